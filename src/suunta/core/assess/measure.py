"""Assess measures as documents hold them. The doors import from here."""

from __future__ import annotations

from suunta.core.assess.batch import assess_measures
from suunta.core.assess.json import assess_lines, assessment_json, measure_from_json
from suunta.core.assess.model import Assessment, MeasureInput, Peer, Target, Trend
from suunta.core.series import Point

__all__ = [
    "Assessment",
    "MeasureInput",
    "Peer",
    "Point",
    "Target",
    "Trend",
    "assess_lines",
    "assess_measures",
    "assessment_json",
    "measure_from_json",
]
