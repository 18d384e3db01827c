"""The assessment kernel over whole files of series: DuckDB on one machine, Spark on many."""
