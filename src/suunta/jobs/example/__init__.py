"""The files of an example town (docs/reference/examples.md): read, checked, loaded."""
