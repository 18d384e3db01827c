"""The pure core: values in, values out. No Django, network, clock or settings."""
