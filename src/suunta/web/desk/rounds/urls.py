"""Addresses of rounds on the desk of one municipality."""

from __future__ import annotations

from django.urls import path, register_converter

from suunta.web.desk.rounds import views
from suunta.web.shared.converters import Day

register_converter(Day, "day")
ONE = "rounds/<day:on>/"
urlpatterns = [
    path("rounds/", views.rounds, name="rounds"),
    path(ONE, views.round_page, name="round"),
    path(f"{ONE}act/", views.act, name="round_act"),
]
