"""The notes of many answers as one column of text."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from suunta.core.assess.bulk import BulkAnswers
from suunta.core.assess.remarks import RemarkColumn

SEPARATOR = "; "


def notes(answers: BulkAnswers) -> pa.Array:
    """A note a row as `core.assess.notes` writes it, null where there is nothing to say.

    Where a row has status "error" the note says everything that is wrong, each beginning with the
    file and the column.
    """
    said = [_spread(fault.mask, pa.scalar(str(fault))) for fault in answers.faults]
    said += [_remark(column) for column in answers.remarks]
    if not said:
        return pa.nulls(len(answers.status), pa.string())
    # Arrow drops a row in which all is null, so that each begins with an empty text.
    joined = pc.binary_join_element_wise("", *said, SEPARATOR, null_handling="skip")
    note = pc.utf8_slice_codeunits(joined, len(SEPARATOR))
    return pc.if_else(pc.equal(note, ""), pa.scalar(None, pa.string()), note)


def _remark(column: RemarkColumn) -> pa.Array:
    """Only rows whose remark holds numbers of their own are written one by one."""
    if not column.details:
        first = int(np.argmax(column.mask))
        return _spread(column.mask, pa.scalar(str(column.at(first))))
    rows = np.flatnonzero(column.mask)
    texts = np.full(len(column.mask), None, dtype=object)
    numbers = [column.details[name][rows].tolist() for name in column.details]
    form = " ".join([column.code, *(f"{name}=%.10g" for name in column.details)])
    texts[rows] = [form % row for row in zip(*numbers, strict=True)]
    return pa.array(texts, pa.string())


def _spread(mask: NDArray[np.bool_], text: pa.Scalar) -> pa.Array:
    return pc.if_else(pa.array(mask), text, pa.scalar(None, pa.string()))
