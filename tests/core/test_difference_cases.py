"""Moved, renumbered, split, merged, translated and judged: what continues what."""

from __future__ import annotations

from suunta.core.difference import Difference, Judged, compare, word_changes
from suunta.core.phrases import understand
from suunta.core.strategy import FocusArea, Goal, Measure, Strategy

TRUST = "Luottamus päätöksentekoon kasvaa, vähintään 60 % luottaa"
TURNOUT = "Äänestysaktiivisuus kuntavaaleissa vähintään 65 %"
TREES = "Katupuita istutetaan 200 vuodessa"
BOTH = (
    "Vanhemmista 80 % on tyytyväisiä päiväkoteihin ja 90 % päiväkotien henkilöstöstä on kelpoista"
)
PARENTS = "Vanhemmista 85 % on tyytyväisiä päiväkoteihin"
STAFF = "Päiväkotien henkilöstöstä 90 % on kelpoista"


def strategy(*goals: tuple[str, list[str]], language: str = "fi") -> Strategy:
    found = tuple(
        Goal(
            f"1.{number}",
            title,
            measures=tuple(
                Measure(text, id=f"1.{number}-M{place}") for place, text in enumerate(texts, 1)
            ),
        )
        for number, (title, texts) in enumerate(goals, 1)
    )
    areas = (FocusArea("1", "Kunta", goals=found),)
    return understand(Strategy("Strategia", language=language, focus_areas=areas))


def measures(difference: Difference) -> dict[str, str]:
    return dict(difference.continues.get("measure", {}))


OLD = strategy(("Osallistuva kunta", [TRUST, TURNOUT]), ("Vihreä kunta", [TREES]))


def test_a_measure_moved_to_another_goal_is_found_there_and_told_as_moved() -> None:
    new = strategy(("Osallistuva kunta", [TRUST]), ("Vihreä kunta", [TREES, TURNOUT]))
    difference = compare(OLD, new)
    assert measures(difference)["1.2-M2"] == "1.1-M2"
    (change,) = [change for change in difference.changed if change.kind == "measure"]
    assert (change.moved, change.renumbered) == (True, False)


def test_a_measure_that_only_got_another_number_is_renumbered() -> None:
    new = strategy(("Osallistuva kunta", [TURNOUT, TRUST]), ("Vihreä kunta", [TREES]))
    changes = [change for change in compare(OLD, new).changed if change.kind == "measure"]
    assert [(change.id, change.old_id, change.renumbered) for change in changes] == [
        ("1.1-M1", "1.1-M2", True),
        ("1.1-M2", "1.1-M1", True),
    ]


def test_goals_in_another_order_take_their_measures_along() -> None:
    new = strategy(("Vihreä kunta", [TREES]), ("Osallistuva kunta", [TRUST, TURNOUT]))
    difference = compare(OLD, new)
    assert difference.continues["goal"] == {"1.1": "1.2", "1.2": "1.1"}
    assert not any(change.moved for change in difference.changed)


def test_a_goal_with_another_title_is_known_by_what_stands_below_it() -> None:
    new = strategy(("Luotettu hallinto", [TRUST, TURNOUT]), ("Vihreä kunta", [TREES]))
    difference = compare(OLD, new)
    (goal,) = [change for change in difference.changed if change.kind == "goal"]
    assert (goal.id, goal.new["title"]) == ("1.1", "Luotettu hallinto")


def test_a_measure_split_in_two_says_where_the_second_came_from() -> None:
    difference = compare(strategy(("Arki", [BOTH])), strategy(("Arki", [PARENTS, STAFF])))
    assert measures(difference) == {"1.1-M1": "1.1-M1"}
    (related,) = difference.related
    assert (related.new_id, related.old_id, related.how) == ("1.1-M2", "1.1-M1", "split")


def test_the_target_of_a_split_off_measure_goes_on_in_it() -> None:
    difference = compare(strategy(("Arki", [BOTH])), strategy(("Arki", [PARENTS, STAFF])))
    assert difference.continues["part"] == {"1.1-M1.1": "1.1-M1.1", "1.1-M2.1": "1.1-M1.2"}


def test_two_measures_made_one_say_which_was_taken_in() -> None:
    difference = compare(strategy(("Arki", [PARENTS, STAFF])), strategy(("Arki", [BOTH])))
    (related,) = difference.related
    assert (related.how, related.new_id) == ("merged", "1.1-M1")
    assert len([item for item in difference.withdrawn if item.kind == "measure"]) == 1


def test_a_translation_is_matched_by_its_numbers_alone() -> None:
    old = strategy(("Kultur", ["Museum 40", "Kulturhus byggs 2024"]))
    new = strategy(("Kulttuuri", ["Kulturihuvi 40", "Museumi 2024"]), language="sv")
    difference = compare(old, new)
    assert measures(difference) == {"1.1-M1": "1.1-M1", "1.1-M2": "1.1-M2"}


def test_a_translation_with_another_target_is_a_question() -> None:
    old = strategy(("Osallistuva kunta", [TURNOUT]))
    swedish = "Valdeltagandet i kommunalvalet minst 70 %"
    difference = compare(old, strategy(("Delaktig kommun", [swedish]), language="sv"))
    assert [c.certainty for c in difference.changed if c.kind == "measure"] == ["probable"]


def test_what_a_person_called_the_same_is_the_same_whatever_the_words() -> None:
    new = strategy(("Osallistuva kunta", [TRUST, "Puolet asukkaista käy vaaliuurnilla"]))
    judged = [Judged("measure", TURNOUT, "Puolet asukkaista käy vaaliuurnilla", same=True)]
    assert "1.1-M2" not in measures(compare(OLD, new))
    difference = compare(OLD, new, judged=judged)
    assert measures(difference)["1.1-M2"] == "1.1-M2"
    assert [c.certainty for c in difference.changed if c.id == "1.1-M2"] == ["said"]


def test_what_a_person_called_another_thing_is_not_matched() -> None:
    reworded = "Äänestysaktiivisuus kuntavaaleissa vähintään 70 %"
    new = strategy(("Osallistuva kunta", [TRUST, reworded]), ("Vihreä kunta", [TREES]))
    judged = [Judged("measure", TURNOUT, reworded, same=False)]
    difference = compare(OLD, new, judged=judged)
    assert "1.1-M2" not in measures(difference)
    assert [item.id for item in difference.withdrawn] == ["1.1-M2", "1.1-M2.1"]


def test_pairs_on_record_win_over_words() -> None:
    links = {"measure": {"1.1-M1": "1.1-M2", "1.1-M2": "1.1-M1"}}
    difference = compare(OLD, OLD, links=links)
    assert measures(difference)["1.1-M1"] == "1.1-M2"
    assert {change.certainty for change in difference.changed if change.kind == "measure"} == {
        "probable"
    }


def test_words_are_marked_where_they_changed() -> None:
    pieces = word_changes("Tavoite 90 % vuoteen 2021", "Tavoite 92,5 % vuoteen 2025")
    assert [(piece.mark, piece.text) for piece in pieces] == [
        ("same", "Tavoite "),
        ("del", "90"),
        ("ins", "92,5"),
        ("same", " % vuoteen "),
        ("del", "2021"),
        ("ins", "2025"),
    ]


def test_the_pieces_give_both_texts_back() -> None:
    old, new = (
        "Kaupunki kasvaa hitaasti ja kestävästi",
        "Kaupunki kasvaa nopeasti, silti kestävästi",
    )
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.mark != "ins") == old
    assert "".join(piece.text for piece in pieces if piece.mark != "del") == new
