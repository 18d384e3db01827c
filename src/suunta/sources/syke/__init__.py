"""Emissions of municipalities (SYKE, ALas and Hinku calculations)."""
