"""The form that opens a round."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from suunta.core.workdays import add_working_days
from suunta.web.shared.dates import EARLIEST, today


class OpeningForm(forms.Form):
    """The reporting date and the last day to answer."""

    on = forms.DateField()
    closes = forms.DateField()

    def clean_on(self) -> date:
        """The day whose situation is asked: one that has been."""
        on: date = self.cleaned_data["on"]
        if not EARLIEST <= on <= today():
            raise forms.ValidationError(_("Give a day that has been, 1990 at the earliest."))
        return on

    def clean_closes(self) -> date:
        """The last day: one to come."""
        closes: date = self.cleaned_data["closes"]
        if closes < today():
            raise forms.ValidationError(_("The last day to answer has passed already."))
        return closes


def suggested(known: list[date]) -> dict[str, Any]:
    """The end of the last month, unless it has a round already, and two weeks to answer."""
    on = today().replace(day=1) - timedelta(days=1)
    closes = add_working_days(today(), 10)
    return {"on": "" if on in known else on.isoformat(), "closes": closes.isoformat()}
