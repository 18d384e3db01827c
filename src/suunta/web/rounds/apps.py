"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Templates and pages; the web apps own no tables."""

    name = "suunta.web.rounds"
    label = "web_rounds"
