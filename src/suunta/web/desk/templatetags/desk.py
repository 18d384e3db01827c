"""The desk's own navigation: the doors that are open to the person, the one here marked."""

from __future__ import annotations

from urllib.parse import urlsplit

from django import template
from django.urls import resolve
from django.utils.html import format_html
from django.utils.safestring import SafeString

from suunta.web.shared.access import may_enter
from suunta.web.shared.page import Page

register = template.Library()

# All pages of the desk lie beneath the address of the first.
FIRST = "desk:attention"


@register.simple_tag(takes_context=True)
def door(context: template.Context, view_name: str, words: str) -> SafeString:
    """A line of the navigation; nothing where the view behind it does not let the person in."""
    page: Page = context["page"]
    address = page.url(view_name)
    view = resolve(urlsplit(address).path).func
    if not may_enter(context["request"], vars(view)["roles"], page.municipality.slug):
        return SafeString("")
    return format_html('<li><a href="{}"{}>{}</a></li>', address, here(page, view_name), words)


def here(page: Page, view_name: str) -> SafeString:
    """The mark of the page that is shown, and of the door behind which it lies."""
    if page.view_name == view_name:
        return SafeString(' aria-current="page"')
    beneath = page.here.startswith(urlsplit(page.url(view_name)).path)
    return SafeString(' aria-current="true"' if beneath and view_name != FIRST else "")
