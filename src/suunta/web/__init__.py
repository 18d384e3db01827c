"""The pages: one app per door, and what the doors share."""
