"""Where a figure that is not there yet will come from, in each language."""

from __future__ import annotations

import pytest
from django.utils import translation

from suunta.core.scorecard import OriginView, PartView
from suunta.core.texts import Text
from suunta.reports.wording.origins import next_steps, origin_words
from web import cast

STUDY = Text({"fi": "Kysely", "sv": "Enkäten", "en": "Study"})


def part(origin: OriginView | None, **changes: object) -> PartView:
    return cast.part("1.1-M1.1", Text({"fi": "Osuus"}), "no_data", origin=origin, **changes)


def said(origin: OriginView, language: str, **changes: object) -> str:
    with translation.override(language):
        return origin_words(part(origin, **changes), language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Mistä luku tulee: Kysely, yleensä lokakuussa. Asiakirja nimeää sen."),
        (
            "sv",
            "Varifrån siffran kommer: Enkäten, vanligen i oktober. Dokumentet nämner det.",
        ),
        (
            "en",
            "Where the figure will come from: Study, usually in October. The document names it.",
        ),
    ],
)
def test_a_source_is_told_with_its_month(language: str, words: str) -> None:
    assert said(OriginView("source", STUDY, "document", month=10), language) == words


def test_an_owner_reports_by_hand() -> None:
    origin = OriginView("owner", Text({"en": "Finance office"}), "words")
    assert said(origin, "en") == (
        "Where the figure will come from: Finance office, reported by hand."
    )


def test_a_proposal_says_that_it_is_one() -> None:
    origin = OriginView("register", STUDY, "proposed")
    assert said(origin, "en", kind="milestone") == (
        "Where the news will come from: Study. This is a proposal: the document does not say."
    )


def test_where_a_figure_is_known_nothing_is_promised() -> None:
    origin = OriginView("source", STUDY, "document")
    assert said(origin, "en", figures=cast.series(3.0)) == ""


def test_next_steps_count_what_nothing_is_known_of() -> None:
    source, owner = OriginView("source", STUDY, "words"), OriginView("owner", STUDY, "words")
    parts = [part(owner), part(source), part(owner), part(None)]
    parts.append(part(source, figures=cast.series(3.0)))
    with translation.override("en"):
        assert next_steps(parts) == "connect a source (1), ask the owner (2)"
