"""Blocks of any format -> Strategy: tables and lists in the layouts that towns use."""

from suunta.readers.layout.interpreting import interpret

__all__ = ["interpret"]
