"""From the rows of a strategy table to a Strategy, whatever format the rows come from."""
