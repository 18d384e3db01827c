"""Examples: loaded whole or not at all, again without doubling, every fault named."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from suunta.core.definitions import folder
from suunta.core.errors import InputError
from suunta.jobs.import_strategy import Adoption, import_document
from suunta.jobs.load_example import load_example
from suunta.jobs.scorecard import build
from suunta.store.models import LogEntry, Municipality, Part, StrategyVersion
from suunta.store.tables import count_rows

pytestmark = pytest.mark.django_db
EXAMPLES = folder("examples")


@pytest.mark.parametrize("name", ["kauniainen", "exempelby"])
def test_a_second_load_doubles_nothing(name: str) -> None:
    told: list[tuple[int, int]] = []
    assert load_example(EXAMPLES / name, lambda done, total: told.append((done, total))) == name
    assert told[-1][0] == told[-1][1]
    rows, lines = count_rows(), LogEntry.objects.count()
    load_example(EXAMPLES / name)
    assert (count_rows(), LogEntry.objects.count()) == (rows, lines)
    assert StrategyVersion.objects.get().status == "adopted"


def test_importing_the_document_of_a_loaded_town_changes_nothing() -> None:
    load_example(EXAMPLES / "exempelby")
    document = EXAMPLES / "exempelby" / "strategia.txt"
    assert import_document(document, municipality="exempelby", by="test").outcome == "unchanged"


def changed_document(folder: Path) -> Path:
    """The real town's document with another target in one measure."""
    words = (EXAMPLES / "kauniainen" / "strategia-2018-2022.txt").read_text(encoding="utf-8")
    changed = folder / "strategia.txt"
    changed.write_text(words.replace("tavoite 75%", "tavoite 80%", 1), encoding="utf-8")
    return changed


def test_a_changed_document_imported_twice_keeps_what_a_person_read(tmp_path: Path) -> None:
    load_example(EXAMPLES / "kauniainen")
    changed = changed_document(tmp_path)
    first = import_document(changed, municipality="kauniainen", by="test")
    again = import_document(changed, municipality="kauniainen", by="test")
    assert [(each.kind, each.id) for each in first.difference.changed] == [
        ("measure", "2.3-M1"),
        ("part", "2.3-M1.1"),
    ]
    assert (first.outcome, again.outcome) == ("drafted", "unchanged")


def test_a_town_that_was_changed_after_it_was_loaded_is_left_as_it_is(tmp_path: Path) -> None:
    load_example(EXAMPLES / "kauniainen")
    decision = Adoption("Valtuusto", date(2023, 3, 2), "§ 5")
    changed = changed_document(tmp_path)
    import_document(changed, municipality="kauniainen", adoption=decision, by="test")
    rows, lines = count_rows(), LogEntry.objects.count()
    assert load_example(EXAMPLES / "kauniainen") == "kauniainen"
    assert (count_rows(), LogEntry.objects.count()) == (rows, lines)


def test_the_real_town_holds_what_its_document_says() -> None:
    load_example(EXAMPLES / "kauniainen")
    card = build("kauniainen")
    assert (len(card.areas), len(card.goals)) == (5, 19)
    assert len(card.measures) == 88
    assert sum(len(goal.actions) for goal in card.goals) == 63
    assert Part.objects.filter(measure__isnull=False).count() == 112
    assert {part.status for measure in card.measures for part in measure.parts} <= {
        "met",
        "missed",
        "awaiting",
        "no_data",
        "no_target",
        "off_track",
    }


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the fictional town to break."""
    return Path(shutil.copytree(EXAMPLES / "exempelby", tmp_path / "exempelby"))


def refused(town: Path) -> list[str]:
    """Every fault; nothing may have been written."""
    with pytest.raises(InputError) as raised:
        load_example(town)
    assert not Municipality.objects.exists()
    return [str(fault) for fault in raised.value.faults]


def spoil(town: Path, file: str, row: int, column: str, value: str) -> None:
    """Write another value into one cell of a CSV file; row 1 is the header."""
    import csv

    with (town / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    rows[row - 1][rows[0].index(column)] = value
    with (town / file).open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)


def test_every_bad_figure_is_named_with_its_row_and_column(town: Path) -> None:
    spoil(town, "observations.csv", 2, "value", "about 3")
    spoil(town, "observations.csv", 3, "period", "2021-13")
    spoil(town, "observations.csv", 4, "unit", "km")
    spoil(town, "observations.csv", 5, "indicator", "nonsense")
    spoil(town, "observations.csv", 6, "known_on", "2021-02-30")
    spoil(town, "observations.csv", 7, "kind", "guess")
    spoil(town, "observations.csv", 8, "value", "nan")
    spoil(town, "observations.csv", 9, "source_title", "")
    places = [fault.split(":")[0] for fault in refused(town)]
    assert places == [
        "observations.csv, row 2, value",
        "observations.csv, row 3, period",
        "observations.csv, row 4, unit",
        "observations.csv, row 5, indicator",
        "observations.csv, row 6, known_on",
        "observations.csv, row 7, kind",
        "observations.csv, row 8, value",
        "observations.csv, row 9, source_title",
    ]


@pytest.mark.parametrize("value", ["1_000", "٨٠", " 80", "0x10", "1e999"])
def test_a_figure_is_written_in_plain_digits(town: Path, value: str) -> None:
    spoil(town, "observations.csv", 2, "value", value)
    (fault,) = refused(town)
    assert fault.startswith("observations.csv, row 2, value: is not a number")


def test_a_figure_outside_the_limits_of_its_indicator_is_refused(town: Path) -> None:
    spoil(town, "observations.csv", 2, "value", "250")
    (fault,) = refused(town)
    assert "row 2, value: is 250, outside the limits of" in fault


def add_line(town: Path, line: str) -> None:
    with (town / "observations.csv").open("a", encoding="utf-8") as lines:
        lines.write(line + "\n")


def test_two_rows_for_one_figure_are_refused_with_both_rows(town: Path) -> None:
    lines = (town / "observations.csv").read_text(encoding="utf-8").splitlines()
    add_line(town, lines[1])
    (fault,) = refused(town)
    assert f"row {len(lines) + 1}, value: is a second one for the figure of" in fault
    assert fault.count("observations.csv, row 2.") == 1


def test_a_row_with_more_cells_than_columns_is_refused(town: Path) -> None:
    lines = (town / "observations.csv").read_text(encoding="utf-8").splitlines()
    add_line(town, lines[1].replace(",2019,", ",2018,", 1) + ",,5")
    (fault,) = refused(town)
    assert "has more cells than there are columns" in fault


def test_a_cell_with_a_nul_is_refused(town: Path) -> None:
    spoil(town, "observations.csv", 2, "source_title", "Kysely\0")
    (fault,) = refused(town)
    assert "row 2, source_title: holds a NUL" in fault


def test_a_missing_column_is_named(town: Path) -> None:
    text = (town / "observations.csv").read_text(encoding="utf-8")
    (town / "observations.csv").write_text(text.replace("known_on", "when", 1), encoding="utf-8")
    assert refused(town) == ["observations.csv, row 1: lacks the columns known_on."]


def replace_in(town: Path, file: str, old: str, new: str) -> None:
    text = (town / file).read_text(encoding="utf-8")
    assert old in text
    (town / file).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("links.yaml", "part: 1.1-M1.1", "part: 9.9-M1.1", "'9.9-M1.1' is not among the parts"),
        ("events.yaml", "state: done", "state: finished", "is 'finished'. Write one of"),
        ("sectors.yaml", "id: 1.1-A1", "id: 1.1-A2", "1.1-A1 stands 0 times"),
        ("example.yaml", "slug:", "slog:", "example.yaml, slug: is missing"),
        ("example.yaml", "slug: exempelby", "slug: desk", "'desk', which cannot be an address"),
        ("indicators.yaml", "polarity: up", "polarity: sideways", "is 'sideways'"),
        ("translations-sv.yaml", "state: ", "state: perfect #", "is 'perfect'"),
    ],
)
def test_a_fault_of_each_file_is_named(
    town: Path, file: str, old: str, new: str, said: str
) -> None:
    replace_in(town, file, old, new)
    faults = refused(town)
    assert any(fault.startswith(file) and said in fault for fault in faults), faults


def test_a_name_that_no_reader_knows_is_refused_instead_of_ignored(town: Path) -> None:
    replace_in(town, "indicators.yaml", "decimals:", "decimal:")
    replace_in(town, "links.yaml", "window_years:", "windows_year:")
    said = refused(town)
    assert [fault.split(" is not a known name")[0].rsplit(" ", 1)[-1] for fault in said] == [
        "decimal:",
        "windows_year:",
    ]


def test_files_that_are_not_there_are_all_named(town: Path) -> None:
    for name in ("links.yaml", "events.yaml"):
        (town / name).unlink()
    said = refused(town)
    assert "links.yaml: is not there. Put it into exempelby/." in said
    assert "events.yaml: is not there. Put it into exempelby/." in said


def test_a_file_that_is_no_yaml_is_named(town: Path) -> None:
    (town / "events.yaml").write_text("events: [", encoding="utf-8")
    assert any(fault.startswith("events.yaml: cannot be read") for fault in refused(town))


def test_a_file_in_another_encoding_is_named(town: Path) -> None:
    (town / "observations.csv").write_bytes("indicator,ä".encode("latin-1"))
    assert any("observations.csv: cannot be read" in fault for fault in refused(town))


def test_a_document_outside_the_folder_is_refused(town: Path) -> None:
    replace_in(town, "example.yaml", "file: strategia.txt", "file: ../../secret.txt")
    assert any("is not the name of a file" in fault for fault in refused(town))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a folder"):
        load_example(tmp_path / "nowhere")
