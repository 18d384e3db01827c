"""Matomo, the web analytics that a town runs itself."""
