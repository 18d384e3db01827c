"""Parts of an Office file found by their relations, as the Open Packaging Conventions say."""

from __future__ import annotations

import posixpath

from suunta.readers.archive import Archive


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """The relations of a part that stay inside the archive: id -> (kind, part).

    part "" is the archive itself. Links to the outside are left out and never followed.
    """
    folder, base = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{base}.rels")
    if source not in archive:
        return {}
    found = {}
    for relation in archive.tree(source):
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External" or not target:
            continue
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = relation.get("Type", "").rpartition("/")[2]
        found[relation.get("Id", "")] = (kind, path)
    return found


def part_of_kind(archive: Archive, part: str, kind: str) -> str | None:
    """The part that a part is related to by a kind ("styles"), where the archive has it."""
    return next(
        (
            path
            for one, path in relations(archive, part).values()
            if one == kind and path in archive
        ),
        None,
    )


def title_of(archive: Archive) -> str | None:
    """The title in an Office file's properties."""
    path = part_of_kind(archive, "", "core-properties")
    if path is None:
        return None
    found = archive.tree(path).find("{http://purl.org/dc/elements/1.1/}title")
    return (found.text or "").strip() or None if found is not None else None
