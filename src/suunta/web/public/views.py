"""The public pages. Each lays out a scorecard as of a date; none computes a status."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from suunta.core.scorecard import GoalView, MeasureView, Scorecard
from suunta.reports.wording import statuses
from suunta.web.public.explaining import measure_details
from suunta.web.public.layout import goal_layout
from suunta.web.public.overview import latest_changes, overview
from suunta.web.public.searching import find
from suunta.web.shared import sources
from suunta.web.shared.access import ANYONE, visible_to
from suunta.web.shared.page import Page, page_of, translated
from suunta.web.shared.rates import per_minute


def show(
    request: HttpRequest, page: Page, template: str, scorecard: Scorecard | None, **more: Any
) -> HttpResponse:
    """A page of the public door."""
    context: dict[str, Any] = {"page": page, "scorecard": scorecard, **more}
    if scorecard is not None:
        context["translated_from"] = translated(scorecard, page.language)
    return render(request, f"public/{template}.html", context)


def strategy(page: Page, *, goal: str | None = None, area: str | None = None) -> Scorecard:
    """The scorecard of the page's date, or the part of it that the page needs."""
    return sources.scorecard(page.municipality.slug, page.as_of, goal=goal, area=area)


@visible_to(ANYONE)
@require_safe
def home(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """What the town promised and where each promise stands."""
    page = page_of(request, slug, lang)
    scorecard = strategy(page)
    return show(
        request,
        page,
        "home",
        scorecard,
        overview=overview(scorecard),
        changes=latest_changes(scorecard, 5),
        legend=statuses.vocabulary("measure", lang),
    )


@visible_to(ANYONE)
@require_safe
def area(request: HttpRequest, slug: str, lang: str, number: str) -> HttpResponse:
    """A focus area with its goals."""
    page = page_of(request, slug, lang)
    scorecard = strategy(page, area=number)
    found = next((area for area in scorecard.areas if area.number == number), None)
    if found is None:
        raise Http404
    return show(request, page, "area", scorecard, area=found)


@visible_to(ANYONE)
@require_safe
def goal(request: HttpRequest, slug: str, lang: str, number: str) -> HttpResponse:
    """A goal with its measures and actions."""
    page = page_of(request, slug, lang)
    scorecard = strategy(page, goal=number)
    found = goal_of(scorecard, number)
    area = next(area for area in scorecard.areas if area.number == found.area_number)
    layout = goal_layout(found, lang)
    return show(request, page, "goal", scorecard, goal=found, area=area, layout=layout)


@visible_to(ANYONE)
@require_safe
def measure(request: HttpRequest, slug: str, lang: str, measure_id: str) -> HttpResponse:
    """A measure: where it stands, how sure that is, how it is calculated, where it comes from."""
    page = page_of(request, slug, lang)
    scorecard, goal, found = measure_of(page, measure_id)
    return show(
        request,
        page,
        "measure",
        scorecard,
        goal=goal,
        measure=found,
        details=measure_details(page, found),
        has_figures=any(part.figures for part in found.parts),
    )


def goal_of(scorecard: Scorecard, number: str) -> GoalView:
    """The goal of a number. Raises Http404."""
    for goal in scorecard.goals:
        if goal.number == number:
            return goal
    raise Http404


def measure_of(page: Page, measure_id: str) -> tuple[Scorecard, GoalView, MeasureView]:
    """The measure of an id such as 3.3-M1 with its goal. Raises Http404."""
    number = measure_id.partition("-")[0]
    scorecard = strategy(page, goal=number)
    goal = goal_of(scorecard, number)
    for measure in goal.measures:
        if measure.id == measure_id:
            return scorecard, goal, measure
    raise Http404


@visible_to(ANYONE)
@require_safe
@per_minute(60)
def search(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """Goals, measures and actions by plain words."""
    page = page_of(request, slug, lang)
    question = request.GET.get("q", "").strip()[:100]
    scorecard = strategy(page)
    hits = find(scorecard, question)
    return show(request, page, "search", scorecard, question=question, hits=hits)


@visible_to(ANYONE)
@require_safe
def changes(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """The newest figures and steps."""
    page = page_of(request, slug, lang)
    scorecard = strategy(page)
    return show(request, page, "changes", scorecard, changes=latest_changes(scorecard, 60))


@visible_to(ANYONE)
@require_safe
def method(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """How statuses and chances are computed, for residents."""
    page = page_of(request, slug, lang)
    legend = statuses.vocabulary("measure", lang)
    states = statuses.vocabulary("action", lang)
    return show(request, page, "method", None, legend=legend, states=states)


@visible_to(ANYONE)
@require_safe
def accessibility(request: HttpRequest, slug: str, lang: str) -> HttpResponse:
    """The accessibility statement."""
    return show(request, page_of(request, slug, lang), "accessibility", None)
