"""The documentation is tested: links lead somewhere, every command and setting has its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from suunta.cli import commands

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
SETTING = re.compile(r"\b(?:SUUNTA_[A-Z_]+|DATABASE_URL|EMAIL_URL)\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_to_a_file(page: Path):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_has_its_line_in_the_reference(name: str):
    page = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    assert f"`suunta {name}" in page


def test_every_setting_is_explained_and_stands_in_the_sample():
    source = (ROOT / "src/suunta/config/environment.py").read_text(encoding="utf-8")
    settings = set(SETTING.findall(source))
    assert settings
    for place in ("docs/reference/settings.md", "dotenv-sample"):
        assert settings - set(SETTING.findall((ROOT / place).read_text(encoding="utf-8"))) == set()
