"""OGC API Features and WFS: counts of what stands on a map (Ryhti, HSY)."""
