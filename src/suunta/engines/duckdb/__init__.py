"""Bulk assessment on one machine: DuckDB scans and sorts, spilling to disk; the kernel judges."""
