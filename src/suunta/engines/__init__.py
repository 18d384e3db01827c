"""The assessment kernel over columns too many for one process: DuckDB on one machine, Spark on many."""
