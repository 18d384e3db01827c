"""Finances of municipalities, reported to the State Treasury of Finland."""
