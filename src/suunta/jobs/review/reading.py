"""What the worker does with an upload: reads it in a child process and writes what it found."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.core.phrases import understand
from suunta.core.review import apply_corrections, questions
from suunta.core.strategy import Strategy
from suunta.core.strategy_json import strategy_from_json, strategy_json
from suunta.jobs.numbering import with_ids
from suunta.jobs.review.claims import claim
from suunta.jobs.review.source import blocks_json, lines_json, pages_json
from suunta.jobs.review.uploading import Counts
from suunta.readers import Both, decode_text, read_both
from suunta.store.actions import uploads as actions
from suunta.store.actions.documents import documents_folder
from suunta.store.models import Upload

log = logging.getLogger(__name__)
OWN_FAULT = Fault(
    "Something went wrong in Suunta itself while it was read.",
    "",
    "Try again; if it happens again, tell those who look after this installation.",
)


def read_upload(upload: int) -> str:
    """Read an upload that waits; what came of it: read, failed, or "passed over" where another
    worker has it, it waits no longer, or it was withdrawn meanwhile."""
    with claim(upload) as mine:
        row = actions.begin_reading(upload) if mine else None
        if row is None:
            return "passed over"
        try:
            written, outcome = actions.end_reading(row, found_in(row)), "read"
        except InputError as error:
            written, outcome = actions.fail_reading(row, error.faults), "failed"
        except OutsideError:
            raise  # it is read anew, as after the worker's own death
        except Exception:
            # Whatever it was, the person who waits is told, and the worker goes on.
            log.exception("Reading upload %d failed", upload)
            written, outcome = actions.fail_reading(row, [OWN_FAULT]), "failed"
    return outcome if written else "passed over"


def found_in(upload: Upload) -> actions.Found:
    """What an upload holds. Raises: InputError."""
    data = (documents_folder() / upload.document_hash).read_bytes()
    both = read_both(upload.name, data)
    actions.note_stage(upload, "understanding")
    reading = understand(both.strategy)
    # Refused here, where the file can still be mended, rather than when the draft is written.
    with_ids(reading)
    content = strategy_json(reading)
    strategy_from_json(content)
    return actions.Found(content, source_json(upload.name, data, both), asdict(counted(reading)))


def source_json(name: str, data: bytes, both: Both) -> dict[str, Any]:
    """What the review shows beside the reading."""
    if both.document is None:
        return lines_json(decode_text(name, data))
    if PurePosixPath(name).suffix.lower() == ".pdf":
        return pages_json(both.document)
    return blocks_json(both.document.blocks)


def counted(reading: Strategy) -> Counts:
    """How much was read."""
    reviewed = apply_corrections(reading, ())
    number: Counter[str] = Counter()
    for goal in reading.goals():
        number["actions"] += len(goal.actions)
        number["measures"] += len(goal.measures)
        number["sub_measures"] += sum(len(measure.sub_measures) for measure in goal.measures)
    return Counts(
        areas=len(reading.focus_areas),
        goals=len(reading.goals()),
        questions=len(questions(reviewed.strategy, reviewed.settled)),
        **number,
    )
