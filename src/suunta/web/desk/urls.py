"""Addresses of the desk of one municipality."""

from __future__ import annotations

from django.urls import path

from suunta.web.desk import before_decision_urls, reports_urls, sources_urls, versions_urls, views
from suunta.web.desk.imports import urls as imports_urls
from suunta.web.desk.rounds import urls as rounds_urls

app_name = "desk"
urlpatterns = [
    path("", views.attention, name="attention"),
    path("scorecard/", views.scorecard, name="scorecard"),
    *imports_urls.urlpatterns,
    *before_decision_urls.urlpatterns,
    *rounds_urls.urlpatterns,
    *versions_urls.urlpatterns,
    *reports_urls.urlpatterns,
    *sources_urls.urlpatterns,
]
