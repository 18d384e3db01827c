"""Mallila: a fictional town, its people and a small strategy for the tests of store and jobs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from suunta.core.strategy import (
    Action,
    Baseline,
    FocusArea,
    Goal,
    Measure,
    SectorMark,
    Span,
    Strategy,
    SubMeasure,
    Term,
)
from suunta.core.texts import Text
from suunta.jobs.import_strategy import Adoption, Imported, import_strategy
from suunta.store.actions.documents import Document
from suunta.store.actions.indicators import NewIndicator, save_indicators
from suunta.store.actions.municipalities import NewSector, save_municipality, save_sectors
from suunta.store.actions.observations import NewObservation, add_observations
from suunta.store.actions.people import give_role, save_person
from suunta.store.models import Indicator, Municipality, StrategyVersion, User
from suunta.store.models.choices import ROLES
from suunta.store.queries.versions import read_version

BY = "test"
ADOPTED = Adoption("Valtuusto", date(2021, 6, 7), "§ 12")

SATISFACTION = Measure(
    "Tyytyväisten osuus vähintään 80 %",
    (
        SubMeasure(
            kind="numeric",
            indicator="Tyytyväisten osuus",
            unit="%",
            comparator=">=",
            target_value=80.0,
            target_basis="absolute",
            target_period="2024",
            baseline=(Baseline("2020", 70.0, "%"),),
            direction="up",
        ),
    ),
    id="1.1-M1",
    span=Span(lines=(7,)),
)
PROGRAMME = Measure(
    "Ohjelma hyväksytty",
    (SubMeasure(kind="milestone", indicator="Ohjelma hyväksytty"),),
    id="1.1-M2",
)
VISITORS = Measure(
    "Kävijämäärä",
    (SubMeasure(kind="monitoring", indicator="Kävijämäärä", unit="kpl"),),
    id="1.2-M1",
)
STRATEGY = Strategy(
    title="Mallilan strategia 2021-2025",
    vision="Hyvä arki",
    municipality="Mallila",
    language="fi",
    term=Term(2021, 2025),
    action_year=2022,
    sector_legend=(SectorMark("sivistys", "Sivistys", "black"),),
    focus_areas=(
        FocusArea(
            "1",
            "Asukkaat",
            "Kaikki mukana",
            (
                Goal(
                    "1.1",
                    "Tyytyväiset asukkaat",
                    ("Palvelut lähellä", "Kieli valittavissa"),
                    (Action("Laaditaan ohjelma", 2022, ("sivistys",), ("Kysely",), id="1.1-A1"),),
                    (SATISFACTION, PROGRAMME),
                ),
                Goal("1.2", "Vilkas kirjasto", measures=(VISITORS,)),
            ),
        ),
    ),
)


def with_measure(strategy: Strategy, changed: Measure) -> Strategy:
    """The strategy, the measure with this id as given."""
    return strategy.with_areas(
        tuple(
            replace(
                area,
                goals=tuple(
                    replace(
                        goal,
                        measures=tuple(
                            changed if measure.id == changed.id else measure
                            for measure in goal.measures
                        ),
                    )
                    for goal in area.goals
                ),
            )
            for area in strategy.focus_areas
        )
    )


def with_target(value: float) -> Strategy:
    """The strategy with another target of satisfaction, in its words too."""
    (sub,) = SATISFACTION.sub_measures
    changed = replace(
        SATISFACTION,
        text=f"Tyytyväisten osuus vähintään {value:.0f} %",
        sub_measures=(replace(sub, target_value=value),),
    )
    return with_measure(STRATEGY, changed)


def make_town() -> Municipality:
    """Mallila with two sectors."""
    town = save_municipality(
        by=BY,
        slug="mallila",
        name=Text({"fi": "Mallila", "sv": "Modellby", "en": "Mallila"}),
        official_languages=["fi", "sv"],
        fictional=True,
    )
    sectors = [
        NewSector("sivistys", Text({"fi": "Sivistys", "sv": "Bildning", "en": "Education"}), "siv"),
        NewSector("sote", Text({"fi": "Sote", "sv": "Social", "en": "Care"}), "sote"),
    ]
    save_sectors(by=BY, municipality=town, sectors=sectors)
    return town


def make_people(town: Municipality) -> dict[str, User]:
    """One person for each role, and one without any."""
    people = {}
    for role in (*ROLES, "stranger"):
        people[role] = save_person(
            by=BY, username=role, password="a-long-password-1", first_name="A", last_name=role
        )
        if role != "stranger":
            give_role(by=BY, user=people[role], municipality=town, role=role)
    return people


def import_mallila(
    strategy: Strategy = STRATEGY, *, adoption: Adoption | None = ADOPTED, dry_run: bool = False
) -> Imported:
    """Import a strategy into Mallila, adopted unless told otherwise."""
    document = Document("strategia.txt", strategy.title.encode())
    return import_strategy(
        strategy, document, municipality="mallila", adoption=adoption, dry_run=dry_run, by=BY
    )


def newest() -> StrategyVersion:
    """The newest version in the store."""
    return StrategyVersion.objects.latest("number")


def promise(code: str) -> int:
    """The promise behind an id of the newest version."""
    return read_version(newest().pk).promises[code]


def satisfaction(town: Municipality) -> dict[str, Indicator]:
    """The indicator that has numbers."""
    new = NewIndicator(
        "satisfied",
        Text({"fi": "Tyytyväiset", "sv": "Nöjda", "en": "Satisfied"}),
        "%",
        "up",
        (0.0, 100.0),
    )
    return save_indicators(by=BY, municipality=town, indicators=[new])


def observed(period: str, value: float | None, known_on: date, **changes: object) -> NewObservation:
    """One figure of satisfaction."""
    plain = NewObservation("satisfied", period, value, "%", known_on, "Kysely", "https://e.org/k")
    return replace(plain, **changes)


def observe(town: Municipality, *figures: NewObservation) -> int:
    """Add figures of satisfaction."""
    return add_observations(
        by=BY, municipality=town, indicators=satisfaction(town), observations=figures
    )
