"""The tables, one entity a file.

A text for people has a column for each language (`translation.py`). Rows of observations,
targets, states and the log are only ever added: `append_only.py` and triggers of the database
refuse the rest.
"""

from suunta.store.models.action import Action, ActionItem
from suunta.store.models.area import Area
from suunta.store.models.assignment import Assignment
from suunta.store.models.body import Body
from suunta.store.models.continuation import Continuation
from suunta.store.models.correction import Correction
from suunta.store.models.focus_area import FocusArea
from suunta.store.models.goal import Goal
from suunta.store.models.indicator import Indicator
from suunta.store.models.indicator_link import IndicatorLink, NearMiss
from suunta.store.models.log_entry import LogEntry
from suunta.store.models.mail import MailLink, OutgoingMail
from suunta.store.models.measure import Measure
from suunta.store.models.membership import Membership
from suunta.store.models.municipality import Municipality
from suunta.store.models.observation import Observation
from suunta.store.models.observation_input import ObservationInput
from suunta.store.models.part import Part
from suunta.store.models.part_origin import PartOrigin
from suunta.store.models.peer_group import PeerGroup
from suunta.store.models.post import Ownership, Post
from suunta.store.models.promise import Promise
from suunta.store.models.round import Approval, Round, Snapshot
from suunta.store.models.sector import Sector
from suunta.store.models.series_break import SeriesBreak
from suunta.store.models.source import Source
from suunta.store.models.source_feed import Arrival, Fetch, SourceFeed
from suunta.store.models.state_entry import StateEntry
from suunta.store.models.strategy import Strategy
from suunta.store.models.strategy_version import StrategyVersion
from suunta.store.models.sub_point import SubPoint
from suunta.store.models.target import Target
from suunta.store.models.task import Task, UpdateEntry
from suunta.store.models.text_state import TextState
from suunta.store.models.upload import Upload
from suunta.store.models.user import User

__all__ = [
    "Action",
    "ActionItem",
    "Approval",
    "Area",
    "Arrival",
    "Assignment",
    "Body",
    "Continuation",
    "Correction",
    "Fetch",
    "FocusArea",
    "Goal",
    "Indicator",
    "IndicatorLink",
    "LogEntry",
    "MailLink",
    "Measure",
    "Membership",
    "Municipality",
    "NearMiss",
    "Observation",
    "ObservationInput",
    "OutgoingMail",
    "Ownership",
    "Part",
    "PartOrigin",
    "PeerGroup",
    "Post",
    "Promise",
    "Round",
    "Sector",
    "SeriesBreak",
    "Snapshot",
    "Source",
    "SourceFeed",
    "StateEntry",
    "Strategy",
    "StrategyVersion",
    "SubPoint",
    "Target",
    "Task",
    "TextState",
    "UpdateEntry",
    "Upload",
    "User",
]
