"""Every public page in every language: what each must hold."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from web.cast import HOSTILE

PAGES = (
    "",
    "area/1/",
    "goal/1.1/",
    "goal/1.2/",
    "measure/1.1-M1/",
    "measure/1.2-M1/",
    "measure/1.2-M2/",
    "measure/1.2-M5/",
    "search/?q=uinti",
    "changes/",
    "method/",
    "accessibility/",
)
LANGUAGES = ("fi", "sv", "en")


def read(client: Client, page: str, language: str = "fi") -> str:
    answer = client.get(f"/mallila/{language}/{page}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole(visitor: Client, page: str, language: str) -> None:
    html = read(visitor, page, language)
    assert f'<html lang="{language}">' in html
    assert len(re.findall("<h1[ >]", html)) == 1
    assert 'href="#content"' in html
    assert "31" in html
    assert "2023" in html
    assert "style=" not in html
    assert "<script" not in html


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique(visitor: Client, page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', read(visitor, page))
    assert len(ids) == len(set(ids))


def test_the_home_page_answers_the_four_questions(visitor: Client) -> None:
    html = read(visitor, "")
    for question in ("Mitä luvattiin", "Missä mennään", "Kuinka varmaa", "Mistä luvut tulevat"):
        assert question in html
    assert "2 tavoitetta" in html
    assert "10 mittaria" in html


def test_english_counts_in_english(visitor: Client) -> None:
    html = read(visitor, "", "en")
    assert "2 goals" in html
    assert "1 action, 10 measures" in html


def test_a_fictional_town_says_so(visitor: Client) -> None:
    assert "Keksitty kunta." in read(visitor, "measure/1.1-M1/")


def test_hostile_texts_are_shown_as_text(visitor: Client) -> None:
    html = read(visitor, "goal/1.2/") + read(visitor, "measure/1.2-M5/")
    assert HOSTILE not in html
    assert "&lt;script&gt;" in html


def test_a_text_without_translation_is_shown_in_its_language_and_says_so(visitor: Client) -> None:
    html = read(visitor, "measure/1.2-M2/", "en")
    assert '<span lang="fi">Valmistuneet asunnot</span> <span class="only-in">(fi)</span>' in html


def test_an_unofficial_translation_is_marked_once_a_page(visitor: Client) -> None:
    note = "inofficiell översättning från finska"
    assert read(visitor, "goal/1.1/", "sv").count(note) == 1
    assert note not in read(visitor, "goal/1.1/", "fi")


def test_the_documents_own_words_stand_beside_a_translation(visitor: Client) -> None:
    assert '<span lang="fi">Kaikki mukaan</span>' in read(visitor, "goal/1.1/", "en")


def test_a_chance_is_told_in_tenths(visitor: Client) -> None:
    assert "Noin 7 mahdollisuutta 10:stä" in read(visitor, "measure/1.1-M1/")


def test_a_measure_names_source_date_and_age(visitor: Client) -> None:
    html = read(visitor, "measure/1.1-M1/")
    assert 'href="https://example.org/tilinpaatos"' in html
    assert "julkaistu 1.3.2023" in html
    assert "Viimeisimmän luvun ikä on 3 kk." in html


def test_a_measure_shows_how_it_is_calculated(visitor: Client) -> None:
    html = read(visitor, "measure/1.1-M1/")
    assert "Mukana on 5 arvoa; viimeisin on 85 % (2022)." in html.replace("\u00a0", " ")
    assert "Tulos: Aikataulussa." in html


def test_a_zoning_case_shows_its_return(visitor: Client) -> None:
    html = read(visitor, "measure/1.2-M1/")
    assert "Palautettu valmisteluun" in html
    assert "7.6.2022 · § 69" in html


def test_a_chart_has_its_numbers_in_a_table(visitor: Client) -> None:
    html = read(visitor, "measure/1.1-M1/").replace("\u00a0", " ")
    assert html.count('role="img"') == 2  # wide and narrow
    for value in ("80 %", "81,5 %", "83 %", "84 %", "85 %"):
        assert f"<span>{value}</span>" in html


def test_a_status_is_a_shape_and_a_word(visitor: Client) -> None:
    assert 'href="#i-off_track"/></svg>Jäljessä' in read(visitor, "area/1/")


def test_a_met_target_with_an_unknown_margin_is_not_called_sure(visitor: Client) -> None:
    html = visitor.get("/mallila/en/measure/1.1-M4/").content.decode()
    assert "also when the margin of error is taken into account" in html
