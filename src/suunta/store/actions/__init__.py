"""The only writes. Each action takes keywords, says `by` whom and leaves a line in the log.

What changes nothing leaves no line: the newest line of the log tells whether anything changed.
"""
