"""What must be hidden, and an attack of its own (Gauss over fractions) that tries to undo it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import count, product

from hypothesis import given
from hypothesis import strategies as st

from suunta.core.disclose import Counted, hidden_groups, relations_of, tables_of

DAY, LATER = date(2022, 1, 1), date(2023, 1, 1)
IDS = count(1)
F, M = (("sex", "f"),), (("sex", "m"),)
YOUNG, OLD = (("age", "7-12"),), (("age", "13-15"),)


def row(group: tuple[tuple[str, str], ...], *counts: float, day: date = DAY) -> Counted:
    return Counted(next(IDS), group, tuple(map(float, counts)), day)


def test_a_large_table_hides_nothing() -> None:
    assert hidden_groups([row((), 20), row(F, 12), row(M, 8)]) == frozenset()


def test_one_small_cell_takes_the_other_with_it() -> None:
    assert hidden_groups([row((), 15), row(F, 12), row(M, 3)]) == {F, M}


def test_the_smallest_of_several_goes_with_a_small_cell() -> None:
    parts = {"fi": 3, "sv": 9, "other": 20}
    rows = [row((("language", name),), number) for name, number in parts.items()]
    assert hidden_groups([row((), 32), *rows]) == {(("language", "fi"),), (("language", "sv"),)}


def test_without_a_total_only_the_small_cell_is_hidden() -> None:
    assert hidden_groups([row(F, 12), row(M, 3)]) == {M}


def test_those_who_are_not_are_protected_as_well() -> None:
    # 17 of 20 boys have a friend: the three who have none are few.
    assert hidden_groups([row(F, 10, 10, 20), row(M, 17, 3, 20)]) == {M}


def test_a_rest_of_too_few_that_nobody_published_is_protected() -> None:
    # 2 of 32 gave another answer: the total would tell.
    assert hidden_groups([row((), 32), row(F, 10), row(M, 20)]) == {F}


def test_an_empty_cell_protects_nobody() -> None:
    rows = [row((), 15), row(F, 12), row(M, 3), row((("sex", "x"),), 0)]
    assert hidden_groups(rows) == {F, M}


def test_a_cell_that_its_source_hides_is_protected_by_another() -> None:
    hidden = Counted(next(IDS), M, (), DAY, suppressed=True)
    assert hidden_groups([row((), 15), row(F, 12), hidden]) == {F, M}


def test_a_revision_gives_nothing_away_about_what_was_hidden_before() -> None:
    # The girls were not revised: shown today, they would tell the boys of the first table.
    first = [row((), 15), row(F, 12), row(M, 3)]
    revised = [row((), 20, day=LATER), row(M, 8, day=LATER)]
    assert hidden_groups([*first, *revised]) == {F, M}


def test_tables_by_two_names_protect_each_other() -> None:
    # Every margin holds enough people, and one inner cell too few.
    inner = {(F, YOUNG): 3, (F, OLD): 9, (M, YOUNG): 10, (M, OLD): 8}
    rows = [row(tuple(sorted((*sex, *age))), number) for (sex, age), number in inner.items()]
    rows += [row((), 30), row(F, 12), row(M, 18), row(YOUNG, 13), row(OLD, 17)]
    assert hidden_groups(rows) == {tuple(sorted((*sex, *age))) for sex, age in inner}


def test_a_table_that_does_not_add_up_is_protected_cell_by_cell() -> None:
    assert hidden_groups([row((), 10), row(F, 12), row(M, 3)]) == {M}


# --- the attack ------------------------------------------------------------------------------


def solved(rows: list[Counted], hidden: frozenset[tuple[tuple[str, str], ...]]) -> set[int]:
    """Hidden observations that the equations of every table determine, by elimination."""
    unknown = [each.id for each in rows if each.group in hidden]
    equations = []
    for table in tables_of(rows):
        for relation in relations_of(table):
            if relation.complete:
                line = [Fraction(0)] * len(unknown)
                for cell in relation.cells:
                    if cell.id in unknown:
                        line[unknown.index(cell.id)] += 1 if cell is relation.whole else -1
                equations.append(line)
    reduced = eliminated(equations)
    singles = [line for line in reduced if sum(1 for each in line if each) == 1]
    return {unknown[next(i for i, each in enumerate(line) if each)] for line in singles}


def eliminated(lines: list[list[Fraction]]) -> list[list[Fraction]]:
    lines, place = [list(line) for line in lines], 0
    for column in range(len(lines[0]) if lines else 0):
        pivot = next((i for i in range(place, len(lines)) if lines[i][column]), None)
        if pivot is None:
            continue
        lines[place], lines[pivot] = lines[pivot], lines[place]
        head = lines[place][column]
        lines[place] = [each / head for each in lines[place]]
        for other, line in enumerate(lines):
            if other != place and line[column]:
                lines[other] = [
                    a - line[column] * b for a, b in zip(line, lines[place], strict=True)
                ]
        place += 1
    return lines


MARGINS = ((), *((("sex", s),) for s in "fm"), *((("age", a),) for a in "abc"))


@st.composite
def published(draw: st.DrawFn) -> list[Counted]:
    """Two revisions of a table by sex and age with its margins, in which anything may be small."""
    rows: list[Counted] = []
    for day in (DAY, LATER):
        cells = {
            (sex, age): draw(st.integers(0, 14)) for sex, age in product("fm", ("a", "b", "c"))
        }
        groups = [tuple(sorted((("sex", s), ("age", a)))) for s, a in cells]
        table = dict(zip(groups, cells.values(), strict=True))
        for margin in MARGINS:
            table[margin] = sum(n for g, n in table.items() if len(g) == 2 and {*margin} <= {*g})
        kept = [group for group in table if day == DAY or draw(st.booleans())]
        rows += [row(group, table[group], day=day) for group in kept]
    return rows


def test_a_bridge_between_two_blocks_of_hidden_cells_is_hidden_better() -> None:
    # Every row and column has two hidden cells or more, and yet rows 1 and 2 less columns 1 and 2
    # give the cell that joins the blocks.
    blocks = {("1", "1"), ("1", "2"), ("2", "1"), ("2", "2"), ("2", "3")}
    blocks |= {("3", "3"), ("3", "4"), ("4", "3"), ("4", "4")}
    cells = {(r, c): 3 if (r, c) in blocks else 20 for r, c in product("1234", repeat=2)}
    rows = [row((("c", c), ("r", r)), number) for (r, c), number in cells.items()]
    rows += [row((("r", r),), sum(cells[r, c] for c in "1234")) for r in "1234"]
    rows += [row((("c", c),), sum(cells[r, c] for r in "1234")) for c in "1234"]
    rows += [row((), sum(cells.values()))]
    small = {each.id for each in rows if each.counts[0] < 5}
    only_small = frozenset(each.group for each in rows if each.id in small)
    assert len(solved(rows, only_small)) == 1
    assert solved(rows, hidden_groups(rows)) == set()


@given(published())
def test_no_small_cell_can_be_worked_out_from_all_that_is_published(rows: list[Counted]) -> None:
    hidden = hidden_groups(rows)
    small = {each.id for each in rows if 0 < each.counts[0] < 5}
    assert {each.group for each in rows if each.id in small} <= hidden
    assert solved(rows, hidden) & small == set()
