"""Which figures of one indicator, area and period must stay hidden, in all of their publications.

`suunta.core.assess.disclosure.suppress` judges one row of cells. Here are the tables around it:
groups by several names, totals, revisions, and what a page as of another day has shown.
"""

from suunta.core.disclose.audit import recoverable
from suunta.core.disclose.model import Counted
from suunta.core.disclose.protect import hidden_groups
from suunta.core.disclose.relations import Relation, relations_of, tables_of

__all__ = [
    "Counted",
    "Relation",
    "hidden_groups",
    "recoverable",
    "relations_of",
    "tables_of",
]
