"""The page of the report before the decision, and its files."""

from __future__ import annotations

import io
import json
from functools import cache

import pytest
from django.test import Client
from docx import Document

from suunta.core.definitions import folder
from suunta.core.errors import InputError
from suunta.core.lint.report import Report, report_before_decision
from suunta.core.phrases import understand
from suunta.readers import read_file
from suunta.store.models import Municipality
from suunta.web.desk import before_decision
from web.conftest import person

IMPORT = "/desk/mallila/{}/imports/7/lint/"
VERSION = "/desk/mallila/{}/versions/3/lint/"


@cache
def kauniainen(lang: str) -> Report:
    path = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"
    return report_before_decision(understand(read_file(path)), lang)


def upload_of(slug: str, number: int, lang: str) -> Report:
    if (slug, number) != ("mallila", 7):
        raise InputError.single("there is no such upload", "", "")
    return kauniainen(lang)


def version_of(slug: str, version: int, lang: str) -> Report:
    if (slug, version) != ("mallila", 3):
        raise InputError.single("there is no such version", "", "")
    return kauniainen(lang)


@pytest.fixture
def reader(manager: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The strategy manager of a town with an upload 7 and a version 3."""
    monkeypatch.setattr(before_decision, "report_of_upload", upload_of)
    monkeypatch.setattr(before_decision, "report_of_version", version_of)
    return manager


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("address", [IMPORT, VERSION])
def test_the_page_says_the_result_first_in_its_language(reader: Client, address: str, lang: str):
    page = reader.get(address.format(lang)).content.decode()
    report = kauniainen(lang)
    assert page.index(report.result[0]) < page.index(report.words["headings"]["fixes"])
    for key in ("goals", "carry", "by_goal", "by_responsible", "good", "findings"):
        assert report.words["headings"][key] in page


def test_words_of_the_document_are_marked_as_its_language(reader: Client):
    page = reader.get(IMPORT.format("en")).content.decode()
    assert '<q lang="fi">Valmistuneet asunnot / lkm</q>' in page


def test_the_word_file_and_the_json_carry_the_same_report(reader: Client):
    word = reader.get(IMPORT.format("sv") + "report.docx")
    assert 'filename="mallila-import-7-sv.docx"' in word["Content-Disposition"]
    assert Document(io.BytesIO(word.content)).paragraphs[0].text == kauniainen("sv").title
    data = reader.get(VERSION.format("sv") + "report.json")
    assert json.loads(data.content)["title"] == kauniainen("sv").title


@pytest.mark.parametrize("tail", ["", "report.docx", "report.json"])
def test_what_is_not_there_is_not_found(reader: Client, tail: str):
    for address in (IMPORT.replace("7", "8"), VERSION.replace("3", "4")):
        assert reader.get(address.format("fi") + tail).status_code == 404


@pytest.mark.parametrize("role", ["sector_head", "councillor", "reader"])
def test_others_than_those_who_prepare_it_are_refused(
    visitor: Client, town_row: Municipality, role: str
):
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    visitor.force_login(person(role, town_row), backend)
    for address in (IMPORT, VERSION):
        assert visitor.get(address.format("fi")).status_code == 403
