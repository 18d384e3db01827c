"""posts.yaml: posts, their holders, and what they answer for. A town may do without."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suunta.core.texts import LANGUAGES, Text
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.jobs.example.ids import Ids
from suunta.jobs.example.organisation import Organisation

FILE = "posts.yaml"


@dataclass(frozen=True)
class Contact:
    """A person who is written to."""

    username: str
    first_name: str
    last_name: str
    email: str
    language: str


@dataclass(frozen=True)
class PostOf:
    """A post with the usernames of those who answer for it; owns: ids of the document."""

    code: str
    name: Text
    sector: str | None
    heads_sector: bool
    holder: str | None
    deputy: str | None
    owns: tuple[str, ...]


@dataclass(frozen=True)
class Posts:
    """What posts.yaml says."""

    people: tuple[Contact, ...] = ()
    posts: tuple[PostOf, ...] = ()


def read_posts(folder: Path, ids: Ids, organisation: Organisation, faults: Faults) -> Posts:
    """posts.yaml, where there is one."""
    if not (folder / FILE).is_file():
        return Posts()
    record = yaml_record(folder, FILE, faults)
    people = tuple(read_contact(each) for each in record.records("people"))
    known = {each.username for each in people}
    sectors = {each.code for each in organisation.sectors}
    posts = tuple(read_post(each, ids, known, sectors) for each in record.records("posts"))
    return Posts(people, posts)


def read_contact(record: Record) -> Contact:
    """One person."""
    email = record.needed("email")
    if "@" not in email:
        record.wrong("email", f"is {email!r}.", "Write an address.")
    return Contact(
        username=record.needed("username"),
        first_name=record.needed("first_name"),
        last_name=record.needed("last_name"),
        email=email,
        language=record.one_of("language", LANGUAGES),
    )


def read_post(record: Record, ids: Ids, people: set[str], sectors: set[str]) -> PostOf:
    """One post."""
    for name, known in (("holder", people), ("deputy", people), ("sector", sectors)):
        said = record.text(name)
        if said is not None and said not in known:
            record.wrong(name, f"{said!r} is not known.", f"Known: {', '.join(sorted(known))}.")
    owns = tuple(str(code) for code in record.listed("owns"))
    for code in owns:
        ids.check(record, "owns", code, "goals", "actions", "measures", "parts")
    return PostOf(
        code=record.needed("code"),
        name=record.words("name"),
        sector=record.text("sector"),
        heads_sector=record.yes("heads_sector"),
        holder=record.text("holder"),
        deputy=record.text("deputy"),
        owns=owns,
    )
