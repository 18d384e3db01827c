"""Comments on the cells of a sheet: notes of the old kind and threads of the new."""

from __future__ import annotations

from suunta.readers.archive import Archive
from suunta.readers.package import relations
from suunta.readers.xlsx.cells import clean
from suunta.readers.xlsx.styles import x

THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
COPY_OF_THREAD = "[Threaded comment]"


def notes_of(archive: Archive, sheet: str) -> dict[str, str]:
    """The comments of a sheet by the name of their cell."""
    found: dict[str, list[str]] = {}
    for kind, path in relations(archive, sheet).values():
        if path not in archive:
            continue
        if kind == "comments":
            for one in archive.tree(path).iter(x("comment")):
                text = "".join(part.text or "" for part in one.iter(x("t")))
                if not text.startswith(COPY_OF_THREAD):
                    found.setdefault(one.get("ref", ""), []).append(clean(text).strip())
        elif kind == "threadedComment":
            for thread in archive.tree(path).iter(f"{{{THREADS}}}threadedComment"):
                text = thread.findtext(f"{{{THREADS}}}text") or ""
                found.setdefault(thread.get("ref", ""), []).append(clean(text).strip())
    return {cell: "\n".join(texts) for cell, texts in found.items() if any(texts)}
