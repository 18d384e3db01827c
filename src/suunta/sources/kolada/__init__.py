"""Kolada, key figures of Swedish municipalities (RKA), versions 2 and 3 of its API."""
