"""PDF (.pdf) -> blocks: text by where it stands on the page, or by the document's own structure.

The reader is `document`; here nothing is imported, so that who needs only the joining of broken
words does not load a PDF library.
"""
