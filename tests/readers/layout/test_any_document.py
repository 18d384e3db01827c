"""What holds for any document."""

from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.readers.blocks import Block, Cell, Document, Heading, Line, Table
from suunta.readers.layout import interpret

WORDS = st.sampled_from(
    [
        "Tavoite",
        "Toimenpide",
        "Mittari",
        "Mål 2026",
        "Åtgärd",
        "Mätare",
        "Target",
        "2027",
        "1.1",
        "1.1 Hyvä arki",
        "Lähtötaso 2024",
        "Vastuu",
        "Yksikkö",
        "85 %",
        "–",
        "alle 3",
        "Toimenpiteet:",
        "Painopiste 1: Arki",
        "• a • b",
        "jatkuu",
        "xx",
        "",
        " ",
        "Vastuu: Siv",
        "2026–2028",
        "(2023)",
        "No.",
    ]
)
TEXTS = st.one_of(WORDS, st.text(max_size=12))
LINES = st.builds(
    Line,
    TEXTS,
    st.one_of(st.none(), st.integers(0, 2)),
    st.sampled_from([None, "#00ff00", "green", "#zzzzzz"]),
    st.booleans(),
)
CELLS = st.builds(
    Cell,
    st.lists(LINES, max_size=2).map(tuple),
    number=st.one_of(st.none(), st.floats(-1e6, 1e6)),
    is_percent=st.booleans(),
    day=st.sampled_from([None, "2027-05-01"]),
    continues_above=st.booleans(),
    continues_left=st.booleans(),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(0, 5))
    row = st.lists(CELLS, min_size=width, max_size=width).map(tuple)
    return Table(tuple(draw(st.lists(row, max_size=5))), draw(st.sampled_from([None, "A", "B"])))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    LINES, st.builds(Heading, TEXTS, st.integers(1, 4)), tables()
)
DOCUMENTS = st.builds(Document, st.lists(BLOCKS, max_size=8).map(tuple))


def read(document: Document) -> Strategy | None:
    try:
        return interpret(document, "any.docx")
    except InputError:
        return None


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_a_document_is_read_or_refused(document: Document) -> None:
    strategy = read(document)
    assert strategy is None or any(goal.actions or goal.measures for goal in strategy.goals())


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_every_word_of_the_strategy_stands_in_the_document(document: Document) -> None:
    strategy = read(document)
    if strategy is None:
        return
    there = " ".join(" ".join(_texts(document)).split())
    for goal in strategy.goals():
        texts = [*goal.sub_bullets, *(measure.text for measure in goal.measures)]
        for action in goal.actions:
            texts += [action.text, *action.nested]
        for word in " ".join(texts).split():
            assert word in there


def _texts(document: Document) -> list[str]:
    texts = []
    for block in document.blocks:
        if isinstance(block, Table):
            texts += [line.text for row in block.rows for cell in row for line in cell.lines]
        else:
            texts.append(block.text)
    return texts
