"""The review of an uploaded document: from its upload to the draft made of it.

This is all that the web calls. Whatever is refused is an InputError.
"""

from suunta.jobs.review.correcting import (
    accept,
    accept_sure,
    correct,
    correct_action,
    correct_goal,
    merge,
    not_a_measure,
    split,
    undo,
)
from suunta.jobs.review.finishing import preview, write_reviewed_draft
from suunta.jobs.review.pictures import page_picture
from suunta.jobs.review.reviewing import Review, ReviewItem, review_of
from suunta.jobs.review.source import Source, SourceBlock, SourceText
from suunta.jobs.review.uploading import (
    Counts,
    UploadRow,
    receive_upload,
    retry_upload,
    upload_status,
    uploads_of,
    withdraw_upload,
)

__all__ = [
    "Counts",
    "Review",
    "ReviewItem",
    "Source",
    "SourceBlock",
    "SourceText",
    "UploadRow",
    "accept",
    "accept_sure",
    "correct",
    "correct_action",
    "correct_goal",
    "merge",
    "not_a_measure",
    "page_picture",
    "preview",
    "receive_upload",
    "retry_upload",
    "review_of",
    "split",
    "undo",
    "upload_status",
    "uploads_of",
    "withdraw_upload",
    "write_reviewed_draft",
]
