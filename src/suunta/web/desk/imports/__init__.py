"""The import of a document in the browser: its upload, its review, the draft made of it."""
