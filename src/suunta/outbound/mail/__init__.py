"""Letters by mail, plain and as HTML."""
