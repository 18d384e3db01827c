"""The only reads. They return values of core or plain values, never rows of tables."""
