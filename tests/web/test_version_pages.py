"""The pages of versions: the list, the outline, what changed, and the files of both."""

from __future__ import annotations

import io
import json

import docx
import pytest
from django.test import Client

from suunta.web.shared.versions.files import harmless

VERSIONS = "/mallila/{}/versions/"


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_list_names_each_decision_and_what_is_in_force(visitor: Client) -> None:
    html = read(visitor, VERSIONS.format("fi"))
    assert '<a href="https://mallila.example/12">Valtuusto 7.6.2021 § 12</a>' in html
    assert html.count('<strong class="inforce">Voimassa</strong>') == 1
    assert "Sittemmin muutettu" in html
    assert "Luonnos" not in html


def test_on_an_earlier_day_the_first_version_was_in_force(visitor: Client) -> None:
    html = read(visitor, VERSIONS.format("sv") + "?as_of=2022-01-01")
    assert "version 2" not in html
    assert '<strong class="inforce">Gäller</strong>' in html
    assert "/mallila/sv/versions/1/?as_of=2022-01-01" in html


def test_an_outline_says_what_each_measure_sets(visitor: Client) -> None:
    html = read(visitor, VERSIONS.format("fi") + "1/")
    assert "Tyytyväisten osuus vähintään 80 %" in html
    assert "<dt>Tavoitetaso</dt><dd>≥\u00a080\u00a0%</dd>" in html
    assert "<dt>Lähtötaso</dt><dd>70\u00a0% (2020)</dd>" in html


def test_an_outline_in_another_language_marks_the_words_of_the_document(visitor: Client) -> None:
    html = read(visitor, VERSIONS.format("sv") + "1/")
    assert '<div class="outline" lang="fi">' in html
    assert "Här står dokumentets egna ord." in html


def test_a_changed_target_is_told_in_words_old_and_new(visitor: Client) -> None:
    html = read(visitor, VERSIONS.format("fi") + "1/2/")
    assert (
        "<dt>Tavoitetaso</dt><dd>"
        '<del><span class="vh" lang="fi">poistettu: </span>≥\u00a080\u00a0%</del>'
        ' <span aria-hidden="true">→</span> '
        '<ins><span class="vh" lang="fi">lisätty: </span>≥\u00a090\u00a0%</ins></dd>'
    ) in html
    assert '<h2 id="changed">Muuttunut' in html


def test_drafts_are_not_public(visitor: Client) -> None:
    for address in ("3/", "3/outline.json", "2/3/", "2/3/difference.csv", "77/"):
        assert visitor.get(VERSIONS.format("fi") + address).status_code == 404


def test_the_form_leads_to_the_difference_of_any_two(visitor: Client) -> None:
    address = VERSIONS.format("en") + "compare/"
    assert visitor.get(address + "?old=2&new=1")["Location"] == "/mallila/en/versions/2/1/"
    for wrong in ("?old=1&new=1", "?old=x&new=1", "?old=1&new=3", ""):
        assert visitor.get(address + wrong)["Location"] == "/mallila/en/versions/"


def test_an_outline_comes_as_word_text_and_json(visitor: Client) -> None:
    address = VERSIONS.format("fi") + "1/outline."
    word = docx.Document(io.BytesIO(visitor.get(address + "docx").content))
    assert "1.1 Tyytyväiset asukkaat" in [paragraph.text for paragraph in word.paragraphs]
    assert "Mallilan strategia 2021-2025" in visitor.get(address + "txt").content.decode()
    assert json.loads(visitor.get(address + "json").content)["term"] == {"start": 2021, "end": 2025}
    assert visitor.get(address + "exe").status_code == 404


def test_a_difference_comes_as_word_csv_and_json(visitor: Client) -> None:
    address = VERSIONS.format("fi") + "1/2/difference."
    word = docx.Document(io.BytesIO(visitor.get(address + "docx").content))
    assert "Muuttunut (1)" in [paragraph.text for paragraph in word.paragraphs]
    lines = visitor.get(address + "csv").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "change,kind,id,old_id,place,field,old,new"
    assert (
        "changed,measure,1.1-M1,1.1-M1,1.1 Tyytyväiset asukkaat,Tavoitetaso,"
        "≥\u00a080\u00a0%,≥\u00a090\u00a0%"
    ) in lines
    found = json.loads(visitor.get(address + "json").content)
    assert found["new"]["adopted"]["section"] == "§ 80"
    assert visitor.get(address + "exe").status_code == 404


def test_the_desk_shows_drafts_too_and_what_can_be_done(manager: Client) -> None:
    html = read(manager, "/desk/mallila/fi/versions/")
    assert "Luonnos" in html
    html = read(manager, "/desk/mallila/fi/versions/3/")
    assert "Hyväksy tämä versio" in html
    assert "Esitä tämä versio" in html


def test_what_was_withdrawn_is_offered_as_the_past_of_what_was_added(manager: Client) -> None:
    html = read(manager, "/desk/mallila/fi/versions/2/3/")
    assert '<option value="1.1-M2">1.1-M2 Ohjelma hyväksytty</option>' in html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("address", ["", "1/", "1/2/"])
def test_a_page_has_one_heading_and_no_script(visitor: Client, address: str, language: str) -> None:
    html = read(visitor, VERSIONS.format(language) + address)
    assert html.count("<h1>") == 1
    assert "<script" not in html
    assert "style=" not in html


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    assert [harmless(text) for text in ("=1+1", "−5 %", "@a")] == ["'=1+1", "−5 %", "'@a"]
