"""The store: the only tables. Writes in `actions`, reads in `queries`, which return core values."""
