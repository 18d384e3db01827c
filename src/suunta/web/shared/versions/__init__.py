"""Versions in words: their outline, how two differ, and both as files. Both doors show them."""
