"""Addresses behind a mail link. The token is as good as a password (`discretion`, `doors`)."""

from __future__ import annotations

from django.urls import path

from suunta.web.rounds import views

app_name = "rounds"
urlpatterns = [
    path("", views.update, name="update"),
    path("done/", views.done, name="done"),
    path("not-me/", views.not_me, name="not_me"),
    path("<int:task>/", views.save, name="save"),
    path("<int:task>/undo/", views.undo, name="undo"),
]
