"""Tables as files: CSV with whatever separator, decimal sign and encoding it has."""
