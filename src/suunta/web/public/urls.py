"""Addresses of the public pages of one municipality in one language."""

from __future__ import annotations

from django.urls import path

from suunta.web.public import answers, downloads, versions_urls, views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("area/<str:number>/", views.area, name="area"),
    path("goal/<str:number>/", views.goal, name="goal"),
    path("measure/<str:measure_id>.csv", downloads.measure_csv, name="measure_csv"),
    path("measure/<str:measure_id>.xlsx", downloads.measure_xlsx, name="measure_xlsx"),
    path("measure/<str:measure_id>.json", downloads.measure_json, name="measure_json"),
    path("measure/<str:measure_id>/", views.measure, name="measure"),
    path("sources/answers/<str:digest>", answers.source_answer, name="source_answer"),
    path("search/", views.search, name="search"),
    path("changes/", views.changes, name="changes"),
    path("method/", views.method, name="method"),
    path("accessibility/", views.accessibility, name="accessibility"),
    *versions_urls.urlpatterns,
]
