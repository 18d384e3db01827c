"""Which texts have a column for each language."""

from __future__ import annotations

from modeltranslation.translator import TranslationOptions, translator

from suunta.store import models

TRANSLATED: dict[type, tuple[str, ...]] = {
    models.Municipality: ("name", "notice"),
    models.Area: ("name",),
    models.Sector: ("name",),
    models.Body: ("name", "note"),
    models.StrategyVersion: (
        "title",
        "subtitle",
        "vision",
        "document_title",
        "adopted_body",
        "proposed_body",
        "ended_body",
    ),
    models.FocusArea: ("name", "slogan", "summary"),
    models.Goal: ("title",),
    models.SubPoint: ("text",),
    models.Action: ("text",),
    models.ActionItem: ("text",),
    models.Measure: ("text",),
    models.Part: ("name",),
    models.PartOrigin: ("name", "why"),
    models.Target: ("why",),
    models.Indicator: ("name", "definition"),
    models.SeriesBreak: ("reason",),
    models.IndicatorLink: ("why",),
    models.NearMiss: ("why",),
    models.Observation: ("note",),
    models.Post: ("name",),
    models.PeerGroup: ("name", "reason"),
    models.SourceFeed: ("name",),
    models.StateEntry: ("note",),
    models.Assignment: ("reason",),
}

for model, names in TRANSLATED.items():
    options = type(f"{model.__name__}Texts", (TranslationOptions,), {"fields": names})
    translator.register(model, options)
