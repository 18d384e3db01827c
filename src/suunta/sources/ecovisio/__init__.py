"""Eco-Visio, counters of cyclists and walkers (Eco-Counter)."""
