"""Addresses of the desk's reports."""

from __future__ import annotations

from django.urls import path

from suunta.web.desk import reports

urlpatterns = [
    path("reports/", reports.reports, name="reports"),
    path("reports/file/", reports.report_file, name="report_file"),
]
