"""Numbers that arrive by themselves: what is asked, what it becomes, when, and what a person must
look at first.

This is all that the command line and the web call.
"""

from suunta.jobs.collecting.listing import (
    Feed,
    answer_of,
    feed_of,
    feeds,
    indicator_names,
    origins,
)
from suunta.jobs.collecting.steering import (
    accept,
    ask_soon,
    collect,
    load_feeds,
    pause,
    search_source,
    try_kind,
)

__all__ = [
    "Feed",
    "accept",
    "answer_of",
    "ask_soon",
    "collect",
    "feed_of",
    "feeds",
    "indicator_names",
    "load_feeds",
    "origins",
    "pause",
    "search_source",
    "try_kind",
]
