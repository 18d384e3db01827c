"""Reporting rounds: asking the owners, reminding them, keeping what they tell, freezing it.

The desk, the page behind the mail link and the command line call what stands here.
"""

from suunta.jobs.rounds.board import Board, board_of, round_on, rounds
from suunta.jobs.rounds.items import Item, items_of, post_names
from suunta.jobs.rounds.links import LinkRefusedError, OpenLink, not_mine, open_link
from suunta.jobs.rounds.reminding import remind
from suunta.jobs.rounds.running import (
    approve,
    close_round,
    freeze_round,
    open_round,
    reopen_round,
    town_today,
)
from suunta.jobs.rounds.telling import Outcome, tell, undo
from suunta.store.queries.rounds import RoundView

__all__ = [
    "Board",
    "Item",
    "LinkRefusedError",
    "OpenLink",
    "Outcome",
    "RoundView",
    "approve",
    "board_of",
    "close_round",
    "freeze_round",
    "items_of",
    "not_mine",
    "open_link",
    "open_round",
    "post_names",
    "remind",
    "reopen_round",
    "round_on",
    "rounds",
    "tell",
    "town_today",
    "undo",
]
