"""Proposing, adopting, amending and ending: each a decision with body, day, section and link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from suunta.core.errors import InputError
from suunta.core.strategy import Term
from suunta.core.texts import Text
from suunta.jobs.import_strategy import Adoption
from suunta.store.actions.adoption import Decision, adopt, end, propose
from suunta.store.models import LogEntry, Municipality, StrategyVersion, Target
from towns import BY, STRATEGY, import_mallila, newest, promise, with_target

pytestmark = pytest.mark.usefixtures("town")
LINK = "https://mallila.example/paatos/80"
BOARD = Decision(Text({"fi": "Hallitus", "sv": "Styrelsen"}), date(2022, 10, 3), "§ 7", LINK)
COUNCIL = Decision(Text({"fi": "Valtuusto"}), date(2022, 11, 14), "§ 80", LINK)


def last_line() -> LogEntry:
    return LogEntry.objects.latest("pk")


def test_a_proposed_draft_keeps_who_proposed_it_and_stays_unknown(town: Municipality) -> None:
    import_mallila(adoption=None)
    propose(by=BY, municipality=town, version=newest(), decision=BOARD)
    row = newest()
    assert (row.status, row.proposed_body_sv, row.proposed_on) == (
        "proposed",
        "Styrelsen",
        date(2022, 10, 3),
    )
    assert (row.proposed_section, row.proposed_url, row.known_on) == ("§ 7", LINK, None)
    assert last_line().what == "version.propose"


def test_a_draft_after_a_proposal_is_the_next_version(town: Municipality) -> None:
    import_mallila(adoption=None)
    propose(by=BY, municipality=town, version=newest(), decision=BOARD)
    import_mallila(with_target(90.0), adoption=None)
    assert list(StrategyVersion.objects.order_by("number").values_list("number", "status")) == [
        (1, "proposed"),
        (2, "draft"),
    ]


def test_a_proposal_is_adopted_by_a_decision_with_a_link(town: Municipality) -> None:
    import_mallila(adoption=None)
    propose(by=BY, municipality=town, version=newest(), decision=BOARD)
    adopt(by=BY, municipality=town, version=newest(), decision=COUNCIL)
    assert (newest().status, newest().adopted_url) == ("adopted", LINK)
    assert newest().proposed_section == "§ 7"
    assert last_line().details["decision"] == "Valtuusto 14.11.2022 § 80"


def test_a_target_of_a_proposal_that_was_never_adopted_decides_nothing(town: Municipality) -> None:
    import_mallila()
    import_mallila(with_target(90.0), adoption=None)
    propose(by=BY, municipality=town, version=newest(), decision=BOARD)
    changed = replace(with_target(90.0), vision="Parempi arki")
    import_mallila(changed, adoption=Adoption("Valtuusto", date(2022, 11, 14), "§ 80"))
    targets = Target.objects.filter(promise=promise("1.1-M1.1")).order_by("known_on")
    assert [(target.value, target.decision) for target in targets] == [
        (80.0, "Valtuusto 7.6.2021 § 12"),
        (90.0, "Valtuusto 14.11.2022 § 80"),
    ]


def test_the_log_says_which_version_was_amended(town: Municipality) -> None:
    import_mallila()
    first = newest().pk
    import_mallila(with_target(90.0), adoption=Adoption("Valtuusto", date(2022, 11, 14), "§ 80"))
    assert last_line().details["amended"] == [first]


def test_an_older_decision_does_not_replace_a_newer_one(town: Municipality) -> None:
    import_mallila()
    with pytest.raises(InputError, match="adopted later, on 2021-06-07"):
        import_mallila(with_target(90.0), adoption=Adoption("Valtuusto", date(2020, 1, 1), "§ 1"))


def test_what_is_adopted_is_not_adopted_or_proposed_again(town: Municipality) -> None:
    import_mallila()
    with pytest.raises(InputError, match="is adopted and cannot be adopted"):
        adopt(by=BY, municipality=town, version=newest(), decision=COUNCIL)
    with pytest.raises(InputError, match="is adopted and cannot be proposed"):
        propose(by=BY, municipality=town, version=newest(), decision=BOARD)


def test_an_ended_version_keeps_its_decision_and_its_targets(town: Municipality) -> None:
    import_mallila()
    end(by=BY, municipality=town, version=newest(), decision=COUNCIL)
    row = newest()
    assert (row.status, row.ended_on, row.ended_url) == ("ended", date(2022, 11, 14), LINK)
    assert row.adopted_on == date(2021, 6, 7)
    assert Target.objects.count() == 2
    assert last_line().what == "version.end"


def test_only_what_is_in_force_ends_and_not_before_it_began(town: Municipality) -> None:
    import_mallila(adoption=None)
    with pytest.raises(InputError, match="is draft and cannot be ended"):
        end(by=BY, municipality=town, version=newest(), decision=COUNCIL)
    import_mallila()
    early = replace(COUNCIL, day=date(2020, 1, 1))
    with pytest.raises(InputError, match="cannot end before"):
        end(by=BY, municipality=town, version=newest(), decision=early)


def test_the_first_of_a_term_is_a_strategy_of_its_own(town: Municipality) -> None:
    import_mallila()
    imported = import_mallila(replace(STRATEGY, term=Term(2026, 2029)), adoption=None)
    assert (imported.version, imported.earlier) == (1, "2021-2025 version 1")
    assert [change.kind for change in imported.difference.changed] == ["strategy"]
