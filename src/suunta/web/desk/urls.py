"""Addresses of the desk of one municipality."""

from __future__ import annotations

from django.urls import path

from suunta.web.desk import before_decision_urls, versions_urls, views

app_name = "desk"
urlpatterns = [
    path("", views.attention, name="attention"),
    path("scorecard/", views.scorecard, name="scorecard"),
    *before_decision_urls.urlpatterns,
    *versions_urls.urlpatterns,
]
