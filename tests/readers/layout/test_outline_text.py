"""Plain text with headings and lists, without a table."""

from suunta.readers import read_bytes

OUTLINE = """Mallilan kuntastrategia 2026–2029
Strategia tehtiin yhdessä asukkaiden kanssa.

1. Hyvä arki

1.1 Koulu on lähellä
- Kouluverkko säilyy

Toimenpiteet:
- Uusi koulu
    - suunnittelu 2026
- Koulukyydit

Mittarit:
- Koulu käytössä 8/2028

2. Talous

2.1 Velka vähenee

Toimenpiteet:
- Talousohjelma

Mittarit:
- Velka enintään 2 000 €/asukas

Valtuusto hyväksyi strategian.
"""
MARKDOWN = """# Testbys strategi 2025–2028

## 1. Vardag
### Barnen mår bra
**Åtgärder:**
* Nya lekparker
**Mätare**
* Antal lekparker
"""


def test_headings_and_lists_are_read_without_a_table() -> None:
    strategy = read_bytes("kunta.txt", OUTLINE.encode())
    assert [(area.number, area.name) for area in strategy.focus_areas] == [
        ("1", "Hyvä arki"),
        ("2", "Talous"),
    ]
    first, last = strategy.goals()
    assert (first.number, first.title) == ("1.1", "Koulu on lähellä")
    assert first.sub_bullets == ("Kouluverkko säilyy",)
    assert [(action.text, action.nested) for action in first.actions] == [
        ("Uusi koulu", ("suunnittelu 2026",)),
        ("Koulukyydit", ()),
    ]
    assert [measure.text for measure in last.measures] == ["Velka enintään 2 000 €/asukas"]
    assert strategy.title == "Mallilan kuntastrategia 2026–2029"


def test_every_text_knows_its_line() -> None:
    goal = read_bytes("kunta.txt", OUTLINE.encode()).goals()[0]
    assert goal.span.lines == (6,)
    assert goal.measures[0].span.lines == (15,)


def test_markdown_headings_and_bold_labels_are_read() -> None:
    (goal,) = read_bytes("testby.txt", MARKDOWN.encode()).goals()
    assert (goal.title, [action.text for action in goal.actions]) == (
        "Barnen mår bra",
        ["Nya lekparker"],
    )
    assert [measure.text for measure in goal.measures] == ["Antal lekparker"]


def test_items_that_a_narrow_page_broke_are_whole() -> None:
    text = """Peltolan strategia

1.1 Talous on vakaa

Toimenpiteet
• Ohjelma laaditaan vuosille
2026–2028 ja avus-
tukset uudistetaan
Mittarit
• Velka alle 5 %
"""
    goal = read_bytes("p.txt", text.encode()).focus_areas[0].goals[0]
    wanted = "Ohjelma laaditaan vuosille 2026–2028 ja avustukset uudistetaan"
    assert [action.text for action in goal.actions] == [wanted]
    assert goal.actions[0].span.lines == (6, 7, 8)
    assert [measure.text for measure in goal.measures] == ["Velka alle 5 %"]


def test_numbered_lines_below_a_label_are_items_and_marked_words_plain() -> None:
    text = """# Plan

### Childcare for everyone

**Projects**

1. Build two nurseries
2. Waive fees

**Lead:** Early Years Service

**Measures**

* Waiting time under 30 days

### Rivers run clean

**Projects**

1. Plant trees

**Lead:** Parks Service

**Measures**

* Clean rivers 60%
"""
    first, second = read_bytes("p.txt", text.encode()).focus_areas[0].goals
    assert [action.text for action in first.actions] == ["Build two nurseries", "Waive fees"]
    assert first.actions[0].responsible == ("Early Years Service",)
    assert [action.text for action in second.actions] == ["Plant trees"]
