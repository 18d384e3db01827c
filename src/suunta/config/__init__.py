"""The only wiring: settings, addresses, the entry point of the server."""
