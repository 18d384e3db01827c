"""PX files, as PC-Axis wrote them first (https://www.scb.se/px-file-format)."""
