"""A fixed cast for view tests: a small fictional town with every status and kind of measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from suunta.core.assess.explain import Steps, explain
from suunta.core.assess.model import Assessment, MeasureInput, Target
from suunta.core.scorecard import (
    ActionView,
    AreaView,
    Figure,
    GoalView,
    MeasureView,
    MunicipalityView,
    PartView,
    Scorecard,
    SectorView,
    StateEntry,
    StrategyView,
    TargetView,
)
from suunta.core.series import Point
from suunta.core.strategy import Baseline
from suunta.core.texts import Text

AS_OF = date(2023, 3, 31)
HOSTILE = "<script>alert('x')</script> & \"quoted\""


def text(fi: str, sv: str = "", en: str = "") -> Text:
    """A text whose original is Finnish; translations are drafts."""
    words = {"fi": fi, "sv": sv, "en": en}
    words = {code: said for code, said in words.items() if said}
    states = {code: "original" if code == "fi" else "draft" for code in words}
    return Text(words, states)


def figure(number: int, period: str, value: float | None, **changes: object) -> Figure:
    """A figure of the financial statements."""
    plain = Figure(
        observation_id=number,
        period=period,
        value=value,
        unit="%",
        kind="actual",
        status="ok",
        approximate=False,
        source_title="Tilinpäätös 2022",
        source_url="https://example.org/tilinpaatos",
        known_on=date(int(period[:4]) + 1, 3, 1),
        recorded_at=datetime(2023, 3, 1, tzinfo=UTC),
        note=Text(),
        revision=1,
    )
    return replace(plain, **changes)


def target(value: float | None, **changes: object) -> TargetView:
    """At least `value` by the end of 2027."""
    plain = TargetView(
        comparator=">=",
        value=value,
        value_max=None,
        basis="absolute",
        unit="%",
        period="2027",
        deadline=date(2027, 12, 31),
        deadline_inferred=False,
        approximate=False,
        placeholder=False,
        benchmark=Text(),
        fraction=None,
        change_bound=None,
        decision="Council 26.3.2018 § 12",
    )
    return replace(plain, **changes)


def part(part_id: str, name: Text, status: str, **changes: object) -> PartView:
    """A numeric part without figures."""
    plain = PartView(
        id=part_id,
        name=name,
        kind="numeric",
        unit="%",
        direction="up",
        target=None,
        baseline=(),
        source=None,
        scale=None,
        population=None,
        indicator=None,
        indicator_name=Text(),
        link_note=Text(),
        figures=(),
        breaks=(),
        assessment=None,
        states=(),
        status=status,
        state=None,
    )
    return replace(plain, **changes)


def series(*values: float | None, first: int = 2017, **changes: object) -> tuple[Figure, ...]:
    """Yearly figures; None leaves a year out."""
    return tuple(
        figure(index, str(first + index), value, **changes)
        for index, value in enumerate(values)
        if value is not None
    )


def explained(parts: list[PartView]) -> dict[str, Steps]:
    """The kernel's own steps for the parts that have a target and three figures or more."""
    return {
        each.id: explain(
            MeasureInput(
                each.id,
                tuple(Point(one.period, one.value) for one in each.figures),
                Target(each.target.comparator, each.target.value, deadline=each.target.period),
                limits=(0.0, 100.0),
            )
        )
        for each in parts
        if each.target and each.target.value is not None and len(each.figures) > 2
    }


SECTORS = (
    SectorView("sivistys", text("Sivistys", "Bildning", "Education"), "black", "document"),
    SectorView("sote", text("Sote", "Social- och hälsovård", "Health"), "blue", "assigned"),
)


def judged(measure_id: str, name: Text, status: str, p: float | None, goal: float) -> MeasureView:
    """A measure of one numeric part with six figures and a forecast."""
    figures = series(80.0, 81.5, None, 83.0, 84.0, 85.0)
    assessment = Assessment(
        id=measure_id,
        status=status,
        certain=status == "met",
        value=85.0,
        value_period="2022",
        target=goal,
        forecast=87.5,
        low80=84.0,
        high80=91.0,
        p_reach=p,
        trend="improving",
        n=5,
    )
    only = part(
        f"{measure_id}.1",
        name,
        status,
        figures=(*figures[:-1], replace(figures[-1], kind="preliminary", revision=2)),
        target=target(goal),
        baseline=(Baseline("2017", 80.0, "%"),),
        assessment=assessment,
    )
    return whole(measure_id, name, only)


def whole(measure_id: str, name: Text, *parts: PartView) -> MeasureView:
    """A measure with the status of its first part."""
    return MeasureView(
        id=measure_id,
        goal_number=measure_id.partition("-")[0],
        area_number=measure_id[0],
        text=name,
        kind=parts[0].kind,
        status=parts[0].status,
        certain=False,
        parts=parts,
        sectors=SECTORS if measure_id.endswith("M1") else (),
        source_lines=(17,),
    )


def first_goal() -> GoalView:
    """A goal whose measures are judged by their figures."""
    measures = (
        judged("1.1-M1", text("Tyytyväisyys", "Nöjdhet", "Satisfaction"), "on_track", 0.68, 86.0),
        judged(
            "1.1-M2", text("Osallistuminen", "Deltagande", "Participation"), "at_risk", 0.31, 89
        ),
        judged("1.1-M3", text("Lukeminen", "Läsning", "Reading"), "off_track", 0.04, 95.0),
        judged("1.1-M4", text("Koulutus", "Utbildning", "Schooling"), "met", 0.99, 85.0),
        judged("1.1-M5", text("Uinti", "Simning", "Swimming"), "missed", None, 90.0),
    )
    action = ActionView(
        id="1.1-A1",
        goal_number="1.1",
        text=text("Järjestetään kursseja", "Kurser ordnas", "Courses are held"),
        nested=(text("suomeksi", "på finska", "in Finnish"),),
        year=2021,
        responsible=(text("Sivistystoimi", "Bildningssektorn", "Education"),),
        sectors=SECTORS,
        state="in_progress",
        states=(),
        source_lines=(17,),
    )
    return GoalView(
        "1.1",
        "1",
        text("Kaikki mukaan", "Alla med", "Everybody takes part"),
        (text("Kaksikielisyys elää", "Tvåspråkigheten lever", "Two languages thrive"),),
        (action,),
        measures,
        "partly",
    )


def second_goal() -> GoalView:
    """A goal whose measures lack something, and a zoning case that was sent back."""
    steps = tuple(
        StateEntry(state, on, text(note, note, note), "Pöytäkirja", "https://example.org/p", "§ 69")
        for state, on, note in (
            ("in_progress", date(2021, 2, 1), "Nähtävillä"),
            ("returned", date(2022, 6, 7), "Palautettiin"),
        )
    )
    milestone = part("1.2-M1.1", text("Kaava", "Detaljplan", "Zoning plan"), "no_data")
    milestone = replace(milestone, kind="milestone", states=steps, state="returned", unit=None)
    homes = part("1.2-M2.1", text("Valmistuneet asunnot", "Färdiga bostäder"), "no_target")
    homes = replace(homes, unit="kpl", figures=series(187, 21, None, 289, 121, unit="kpl"))
    waiting = part("1.2-M3.1", text("Jono", "Kö", "Queue"), "awaiting")
    waiting = replace(waiting, target=target(7), baseline=(Baseline("2019", 26, "vrk"),))
    early = part("1.2-M4.1", text("Opeka", "Opeka", "Opeka"), "too_early", figures=series(3.5, 3.6))
    nothing = part("1.2-M5.1", text(HOSTILE), "no_data", target=target(None, placeholder=True))
    return GoalView(
        "1.2",
        "1",
        text("Kaupunki rakentuu", "Staden byggs", "The town is built"),
        (),
        (),
        (
            whole("1.2-M1", text("Kaavaehdotus nähtävillä", "Förslaget framlagt"), milestone),
            whole("1.2-M2", text("Asunnot ja jono", "Bostäder och kö", "Homes"), homes, waiting),
            whole("1.2-M3", text("Jono", "Kö", "Queue"), waiting),
            whole("1.2-M4", text("Opeka", "Opeka", "Opeka"), early),
            whole("1.2-M5", text(HOSTILE), nothing),
        ),
        "cannot_be_assessed",
    )


TOWN = MunicipalityView(
    slug="mallila",
    name=text("Mallila", "Modellby", "Mallila"),
    official_languages=("fi", "sv"),
    fictional=True,
    opening_date=AS_OF,
    notice=Text(),
)


def scorecard(as_of: date = AS_OF) -> Scorecard:
    """The whole scorecard of the cast."""
    strategy = StrategyView(
        title=text("Kaupunkistrategia 2018–2022", "Stadsstrategi 2018–2022", "City strategy"),
        subtitle=Text(),
        vision=text("Elävä kaupunki", "En levande stad", "A living town"),
        term_start=2018,
        term_end=2022,
        action_year=2021,
        version=1,
        status="adopted",
        adopted=None,
        source_title=text("Strategia", "Strategi", "Strategy"),
        source_url="https://example.org/strategia",
        rollup_rule="all",
    )
    area = AreaView(
        "1",
        text("Asukas keskiössä", "Invånaren i centrum", "The resident at the centre"),
        text("Kaikki mukaan", "Alla med", "All aboard"),
        Text(),
        (first_goal(), second_goal()),
    )
    return Scorecard(TOWN, strategy, as_of, (area,), SECTORS)
