"""The public door: what the town promised and where each promise stands."""
