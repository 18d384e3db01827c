"""Core values -> PDF, Word, Excel, static site and charts."""
