"""Addresses of the report before the decision, below those of imports and versions."""

from __future__ import annotations

from django.urls import path

from suunta.web.desk import before_decision as views

IMPORT, VERSION = "imports/<int:upload>/lint/", "versions/<int:version>/lint/"
urlpatterns = [
    path(IMPORT, views.import_lint, name="import_lint"),
    path(f"{IMPORT}report.docx", views.import_lint_docx, name="import_lint_docx"),
    path(f"{IMPORT}report.json", views.import_lint_json, name="import_lint_json"),
    path(VERSION, views.version_lint, name="version_lint"),
    path(f"{VERSION}report.docx", views.version_lint_docx, name="version_lint_docx"),
    path(f"{VERSION}report.json", views.version_lint_json, name="version_lint_json"),
]
