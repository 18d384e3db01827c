"""The form of a decision: a version is proposed, adopted or ended by a body, on a day, under a
section."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suunta.core.texts import Text
from suunta.core.version import VersionView
from suunta.jobs.versions import Decision
from suunta.reports.wording.periods import day
from suunta.web.shared.dates import EARLIEST, today

# What can be done with a version in each state.
STEPS: dict[str, tuple[str, ...]] = {
    "draft": ("adopt", "propose"),
    "proposed": ("adopt",),
    "adopted": ("end",),
}


class DecisionForm(forms.Form):
    """Body in each official language, day, section and link."""

    on = forms.DateField()
    section = forms.CharField(max_length=60, required=False)
    url = forms.URLField(required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, languages: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        for language in languages:
            self.fields[f"body_{language}"] = forms.CharField(max_length=200, required=False)

    def bodies(self) -> list[tuple[str, forms.BoundField]]:
        """The fields of the body, each with its language."""
        return [(language, self[f"body_{language}"]) for language in self.languages]

    def clean_on(self) -> date:
        """The day: no day to come."""
        on: date = self.cleaned_data["on"]
        if not EARLIEST <= on <= today():
            raise forms.ValidationError(_("Give a day that has been, 1990 at the earliest."))
        return on

    def clean_url(self) -> str:
        """The link: of the web, so that a reader can follow it, and see where it leads."""
        url = str(self.cleaned_data["url"])
        seen = url.isprintable() and "@" not in urlsplit(url).netloc
        if url and not (url.startswith(("https://", "http://")) and seen):
            raise forms.ValidationError(_("Give an address that begins with https://."))
        return url

    def clean(self) -> dict[str, Any]:
        """A body is named in some language."""
        cleaned = super().clean() or {}
        if not any(shapely(cleaned.get(f"body_{language}") or "") for language in self.languages):
            self.add_error(f"body_{self.languages[0]}", _("Name the body that decided."))
        return cleaned

    def refuse_before(
        self, known: tuple[VersionView, ...], version: VersionView, step: str
    ) -> None:
        """A decision does not come before the one that it follows."""
        if step == "adopt":
            others = [one for one in known if one.term == version.term and one.status == "adopted"]
            days = [one.known_on for one in others if one.known_on]
        else:
            days = [version.known_on] if step == "end" and version.known_on else []
        on = self.cleaned_data.get("on")
        if on and days and on < max(days):
            words = {"date": day(max(days), get_language() or "fi")}
            self.add_error("on", _("The version in force was adopted on %(date)s, later.") % words)

    def decision(self) -> Decision:
        """What was decided."""
        data = self.cleaned_data
        bodies = {language: shapely(data[f"body_{language}"]) for language in self.languages}
        body = Text({language: name for language, name in bodies.items() if name})
        return Decision(body, data["on"], shapely(data["section"]), data["url"])


def shapely(text: str) -> str:
    """A text without signs that have no shape, such as those that turn the direction of writing."""
    return "".join(sign for sign in text if sign.isprintable()).strip()
