"""Suunta: a municipality's adopted strategy, followed promise by promise."""
