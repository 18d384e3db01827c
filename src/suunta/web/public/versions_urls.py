"""Addresses of the public pages of versions."""

from __future__ import annotations

from django.urls import path

from suunta.web.public import versions

urlpatterns = [
    path("versions/", versions.versions, name="versions"),
    path("versions/compare/", versions.version_choice, name="version_choice"),
    path("versions/<int:version>/", versions.version, name="version"),
    path("versions/<int:version>/outline.<str:form>", versions.version_file, name="version_file"),
    path("versions/<int:old>/<int:new>/", versions.version_difference, name="version_difference"),
    path(
        "versions/<int:old>/<int:new>/difference.<str:form>",
        versions.version_difference_file,
        name="version_difference_file",
    ),
]
