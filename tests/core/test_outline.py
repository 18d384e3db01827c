"""A strategy as a readable outline."""

from __future__ import annotations

from suunta.core.outline import render_outline
from suunta.core.strategy import Action, FocusArea, Goal, Measure, Span, Strategy, SubMeasure


def test_the_outline_shows_every_text_with_its_lines() -> None:
    goal = Goal(
        number="1.1",
        title="Goal",
        sub_bullets=("Point",),
        actions=(Action("Do it", responsible=("board",), nested=("first",), span=Span((4,))),),
        measures=(Measure("Count", (SubMeasure("monitoring", "count"),), span=Span((4, 6))),),
        span=Span((4, 6)),
    )
    strategy = Strategy("Title", focus_areas=(FocusArea("1", "Area", "SLOGAN", (goal,)),))
    assert render_outline(strategy).splitlines() == [
        "Title",
        "1 focus areas, 1 goals, 1 actions, 1 measures",
        "",
        "1  Area | SLOGAN",
        "  1.1  Goal  (l. 4, 6)",
        "    · Point",
        "    > Do it [board]  (l. 4)",
        "      - first",
        "    = Count  (l. 4, 6)",
        "      monitoring: count",
    ]
