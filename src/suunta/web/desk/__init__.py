"""The desk: what needs attention, for those who sign in."""
