"""Addresses of the whole site. The doors bring their own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, register_converter

from suunta.web.desk import urls as desk
from suunta.web.desk import views as desk_views
from suunta.web.public import entrance
from suunta.web.public import urls as public
from suunta.web.rounds import urls as rounds
from suunta.web.shared import accounts, health
from suunta.web.shared.converters import Language, Municipality

register_converter(Language, "lang")
register_converter(Municipality, "town")

handler400 = "suunta.web.shared.errors.bad_request"
handler403 = "suunta.web.shared.errors.forbidden"
handler404 = "suunta.web.shared.errors.not_found"
handler500 = "suunta.web.shared.errors.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", entrance.start, name="start"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("accounts/", include(accounts)),
    path("desk/", desk_views.entrance, name="desk_entrance"),
    path("desk/<town:slug>/", desk_views.language, name="desk_language"),
    path("desk/<town:slug>/<lang:lang>/", include(desk)),
    path("update/<str:token>/", include(rounds)),
    path("<town:slug>/", entrance.municipality, name="municipality"),
    path("<town:slug>/<lang:lang>/", include(public)),
]
