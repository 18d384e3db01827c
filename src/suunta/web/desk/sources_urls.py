"""Addresses of the desk about sources."""

from __future__ import annotations

from django.urls import path

from suunta.web.desk import sources

ONE = "sources/<slug:key>/"
urlpatterns = [
    path("sources/", sources.feeds, name="sources"),
    path("sources/answers/<str:digest>", sources.answer, name="source_answer"),
    path(ONE, sources.feed, name="source"),
    path(f"{ONE}accept/", sources.accept, name="source_accept"),
    path(f"{ONE}pause/", sources.pause, name="source_pause"),
    path(f"{ONE}now/", sources.ask_now, name="source_now"),
]
