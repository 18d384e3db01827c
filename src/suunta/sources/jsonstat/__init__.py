"""JSON-stat 1 and 2 (https://json-stat.org/full/)."""
