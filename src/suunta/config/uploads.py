"""How much a request may bring: refused by its stated length, before any of it is kept."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from suunta.readers import LARGEST_FILE_BYTES

# The form around the file: its fields and the boundaries between them.
AROUND_BYTES = 1_000_000


class BoundedUploads(TemporaryFileUploadHandler):
    """Files go to the disk, and a request that is larger than the largest file is refused."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803 - the framework's name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look at the length before the parser reads the rest. A request without a length has no
        body: the server knows no other way to tell its end."""
        if content_length > LARGEST_FILE_BYTES + AROUND_BYTES:
            megabytes = LARGEST_FILE_BYTES // 1024 // 1024
            raise RequestDataTooBig(f"The request is larger than {megabytes} MB.")
