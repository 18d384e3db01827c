"""Bulk assessment on many machines: Spark spreads and sorts, the same kernel judges in Arrow."""
