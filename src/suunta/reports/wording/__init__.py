"""Figures, targets, remarks and statuses in words: what pages and reports say alike.

The words are those of gettext's catalogues and of `definitions/`; the language that gettext speaks
is set around the call.
"""
