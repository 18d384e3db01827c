"""Addresses of imports on the desk of one municipality."""

from __future__ import annotations

from django.urls import path

from suunta.web.desk.imports import correcting, finishing, listing, pictures, reviewing

ONE = "imports/<int:upload>/"
urlpatterns = [
    path("imports/", listing.imports, name="imports"),
    path(ONE, reviewing.review, name="import"),
    path(f"{ONE}status/", listing.status, name="import_status"),
    path(f"{ONE}retry/", listing.retry, name="import_retry"),
    path(f"{ONE}withdraw/", listing.withdraw, name="import_withdraw"),
    path(f"{ONE}accept/", correcting.accept, name="import_accept"),
    path(f"{ONE}accept-sure/", correcting.accept_sure, name="import_accept_sure"),
    path(f"{ONE}correct/", correcting.correct, name="import_correct"),
    path(f"{ONE}split/", correcting.split, name="import_split"),
    path(f"{ONE}merge/", correcting.merge, name="import_merge"),
    path(f"{ONE}not-a-measure/", correcting.not_a_measure, name="import_not_a_measure"),
    path(f"{ONE}undo/", correcting.undo, name="import_undo"),
    path(f"{ONE}pages/<int:number>.png", pictures.shown_page, name="import_page"),
    path(f"{ONE}finish/", finishing.finish, name="import_finish"),
]
