"""Importing in the browser: who may, what is shown of a reading, and what each button does."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from suunta.jobs import review
from suunta.jobs.review import reading
from suunta.jobs.review.reading import read_upload
from suunta.readers import Both, read_both
from suunta.store.models import Municipality, Upload, User

TEXT = Path(__file__).parents[1] / "data" / "strategia-fi.txt"
HOME = "/desk/mallila/fi/imports/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(scope="module")
def read_once() -> Both:
    """What the file holds: a child process for each test would take long."""
    return read_both("strategia.txt", TEXT.read_bytes())


@pytest.fixture
def desk(client: Client, people: dict[str, User]) -> Client:
    """The strategy manager, signed in."""
    client.force_login(people["strategy_manager"], BACKEND)
    return client


@pytest.fixture
def code(town: Municipality, read_once: Both, monkeypatch: pytest.MonkeyPatch) -> int:
    """An upload that was read."""
    monkeypatch.setattr(reading, "read_both", lambda name, data: read_once)
    data = TEXT.read_bytes()
    found = review.receive_upload(slug="mallila", name="strategia.txt", data=data, by="test")
    assert read_upload(found) == "read"
    return found


def sent(name: str, data: bytes) -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, data)}


def state(code: int) -> review.Review:
    return review.review_of("mallila", code, "fi")


def measure(code: int, number: int = 0) -> review.ReviewItem:
    return [item for item in state(code).items if item.entity == "measure"][number]


def post(desk: Client, code: int, act: str, item: str = "", **fields: str) -> Any:
    seen = fields.pop("seen", str(state(code).seen))
    data = {"seen": seen, "item": item, "show": "measures", **fields}
    return desk.post(f"{HOME}{code}/{act}/", data)


def as_sent(html: str) -> dict[str, str]:
    """The fields of the form of an item as a browser sends them untouched."""
    form = html[html.index('id="item-form"') :]
    form = form[: form.index("</form>")]
    pairs = re.findall(r'<input type="(?:text|hidden)"[^>]*? name="([^"]+)" value="([^"]*)"', form)
    found = {name: unescape(value) for name, value in pairs}
    for name, body in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', body)
        found[name] = unescape(chosen.group(1)) if chosen else ""
    for name, body in re.findall(
        r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S
    ):
        found[name] = unescape(body)
    for name in re.findall(r'type="checkbox"[^>]* name="([^"]+)" value="1" checked', form):
        found[name] = "1"
    return found


def test_a_sent_file_is_taken_in_and_its_reading_shown(desk: Client) -> None:
    answer = desk.post(HOME, sent("strategia.txt", TEXT.read_bytes()))
    upload = Upload.objects.get()
    assert answer["Location"] == f"{HOME}{upload.pk}/"
    html = desk.get(answer["Location"]).content.decode()
    assert "Asiakirjaa luetaan" in html
    assert f'hx-get="{HOME}{upload.pk}/status/"' in html


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [("kuva.gif", b"GIF89a", "ei voi lukea"), ("tyhja.docx", b"", "tyhjä")],
)
def test_a_file_that_nothing_reads_is_refused_in_the_readers_language(
    desk: Client, name: str, data: bytes, said: str
) -> None:
    answer = desk.post(HOME, sent(name, data))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Upload.objects.exists()


def test_a_form_without_a_file_is_refused(desk: Client) -> None:
    assert "Tiedostoa ei valittu" in desk.post(HOME, {}).content.decode()


def test_more_than_fifty_megabytes_are_answered_with_a_clear_page(desk: Client) -> None:
    answer = desk.post(
        HOME, b"x", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH="60000000"
    )
    assert answer.status_code == 413
    assert "Tiedosto on liian suuri" in answer.content.decode()


def test_many_uploads_in_a_minute_are_slowed_down(desk: Client) -> None:
    answers = [desk.post(HOME, {}) for _ in range(11)]
    assert [answer.status_code for answer in answers[9:]] == [422, 429]


def test_a_failed_reading_shows_what_and_the_remedy_and_can_be_tried_again(
    desk: Client,
) -> None:
    desk.post(HOME, sent("strategia.docx", b"no archive"))
    code = Upload.objects.get().pk
    read_upload(code)
    html = desk.get(f"{HOME}{code}/").content.decode()
    assert "Asiakirjaa ei voitu lukea" in html
    assert "Yritä uudelleen" in html
    desk.post(f"{HOME}{code}/retry/")
    assert Upload.objects.get().status == "waiting"


def test_the_status_loads_the_page_anew_once_it_is_read(desk: Client, code: int) -> None:
    assert desk.get(f"{HOME}{code}/status/")["HX-Refresh"] == "true"


def test_the_review_shows_the_document_beside_the_fields(desk: Client, code: int) -> None:
    first = measure(code)
    html = desk.get(f"{HOME}{code}/?item={first.id}").content.decode()
    assert 'aria-current="true"' in html[html.index('class="doc"') :]
    assert f'name="item" value="{first.id}"' in html
    assert "no-store" in desk.get(f"{HOME}{code}/")["Cache-Control"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_review_speaks_each_language(desk: Client, code: int, language: str) -> None:
    html = desk.get(f"/desk/mallila/{language}/imports/{code}/").content.decode()
    said = {"fi": "Hyväksy ja seuraava", "sv": "Godkänn och nästa", "en": "Accept and next"}
    assert said[language] in html


def test_an_untouched_form_accepts_the_item_as_it_is(desk: Client, code: int) -> None:
    first = measure(code)
    html = desk.get(f"{HOME}{code}/?item={first.id}&show=measures").content.decode()
    answer = desk.post(f"{HOME}{code}/accept/", as_sent(html))
    assert measure(code, 1).id in answer["Location"]
    after = measure(code)
    assert after.settled
    assert after.measure == first.measure


def test_accepting_saves_what_was_changed_in_the_form(desk: Client, code: int) -> None:
    number = next(
        n
        for n in range(20)
        if (found := measure(code, n).measure)
        and found.sub_measures
        and found.sub_measures[0].kind == "numeric"
    )
    item = measure(code, number)
    html = desk.get(f"{HOME}{code}/?item={item.id}&show=measures").content.decode()
    desk.post(f"{HOME}{code}/accept/", as_sent(html) | {"1-target_value": "1 234,5"})
    changed = measure(code, number).measure
    assert changed is not None
    assert changed.sub_measures[0].target_value == 1234.5


def test_a_number_that_is_none_is_refused_beside_its_field(desk: Client, code: int) -> None:
    item = measure(code)
    html = desk.get(f"{HOME}{code}/?item={item.id}&show=measures").content.decode()
    answer = desk.post(f"{HOME}{code}/correct/", as_sent(html) | {"1-target_value": "paljon"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Kirjoita luku" in page
    assert 'value="paljon"' in page
    assert measure(code) == item


def test_other_words_alone_are_read_anew(desk: Client, code: int) -> None:
    item = measure(code)
    post(desk, code, "correct", item.id, text="Kävijämäärä vähintään 500")
    changed = measure(code).measure
    assert changed is not None
    assert changed.sub_measures[0].target_value == 500


def test_a_measure_is_split_at_its_lines_and_merged_again(desk: Client, code: int) -> None:
    item, count = measure(code), state(code).upload.counts
    assert count is not None
    post(desk, code, "split", item.id, texts="Kävijämäärä\nLainojen määrä")
    assert [measure(code, n).text for n in (0, 1)] == ["Kävijämäärä", "Lainojen määrä"]
    post(desk, code, "merge", measure(code).id, second=measure(code, 1).id)
    assert measure(code).text == "Kävijämäärä Lainojen määrä"


def test_one_line_is_no_split(desk: Client, code: int) -> None:
    answer = post(desk, code, "split", measure(code).id, texts="Yksi")
    assert answer.status_code == 422
    assert "Anna kaksi tekstiä tai useampia" in answer.content.decode()


def test_what_is_no_measure_becomes_an_action_and_comes_back_by_undo(
    desk: Client, code: int
) -> None:
    item = measure(code)
    post(desk, code, "not-a-measure", item.id, becomes="action")
    assert item.text in [each.text for each in state(code).items if each.entity == "action"]
    answer = post(desk, code, "undo")
    assert "done=undone" in answer["Location"]
    assert measure(code).text == item.text


def test_goals_and_actions_are_corrected(desk: Client, code: int) -> None:
    goal = next(item for item in state(code).items if item.entity == "goal")
    action = next(item for item in state(code).items if item.entity == "action")
    post(desk, code, "correct", goal.id, text="Uusi otsikko")
    post(desk, code, "correct", action.id, text=action.text, year="2027", responsible="sote, siv")
    changed = next(item for item in state(code).items if item.id == action.id).action
    assert state(code).items[0].text == "Uusi otsikko"
    assert changed is not None
    assert (changed.year, changed.responsible) == (2027, ("sote", "siv"))


def test_everything_sure_is_accepted_at_once(desk: Client, code: int) -> None:
    answer = post(desk, code, "accept-sure")
    asked = {question.id for question in state(code).questions}
    assert all(item.settled for item in state(code).items if item.id not in asked)
    assert "done=sure" in answer["Location"]


def test_what_another_person_changed_meanwhile_is_refused_and_shown(
    desk: Client, code: int
) -> None:
    item, seen = measure(code), str(state(code).seen)
    review.correct(
        slug="mallila",
        upload=code,
        id=item.id,
        text="Maijan sanat",
        sub_measures=None,
        seen=int(seen),
        by="maija",
    )
    answer = post(desk, code, "correct", item.id, text="Omat sanat", seen=seen)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "maija on muuttanut tätä sillä välin" in html
    assert "Maijan sanat" in html
    assert measure(code).text == "Maijan sanat"


def test_the_draft_is_written_and_adopted_and_public(desk: Client, code: int) -> None:
    html = desk.get(f"{HOME}{code}/finish/").content.decode()
    assert "strategian ensimmäinen versio" in html
    desk.post(f"{HOME}{code}/finish/", {"seen": state(code).seen})
    html = desk.get(f"{HOME}{code}/finish/").content.decode()
    assert desk.get("/mallila/fi/").status_code == 404
    address = re.search(r'action="(/desk/mallila/fi/versions/\d+/)"', html)
    assert address
    decision = {"step": "adopt", "adopt-on": "2025-06-09", "adopt-section": "§ 40"}
    desk.post(address.group(1), decision | {"adopt-body_fi": "Valtuusto"})
    assert desk.get("/mallila/fi/").status_code == 200
    assert "Katso julkista tuloskorttia" in desk.get(f"{HOME}{code}/finish/").content.decode()


def test_a_draft_older_than_the_corrections_is_written_anew_before_it_is_adopted(
    desk: Client, code: int
) -> None:
    desk.post(f"{HOME}{code}/finish/", {"seen": state(code).seen})
    post(desk, code, "correct", measure(code).id, text="Kävijämäärä vähintään 500")
    html = desk.get(f"{HOME}{code}/finish/").content.decode()
    assert "Luonnos on vanhempi kuin korjauksesi" in html
    assert 'name="adopt-on"' not in html
    desk.post(f"{HOME}{code}/finish/", {"seen": state(code).seen})
    assert 'name="adopt-on"' in desk.get(f"{HOME}{code}/finish/").content.decode()


def test_the_end_counts_a_changed_measure_once(desk: Client, code: int) -> None:
    desk.post(f"{HOME}{code}/finish/", {"seen": state(code).seen})
    numeric = next(
        item
        for item in state(code).items
        if item.measure and item.measure.sub_measures[0].target_value
    )
    page = desk.get(f"{HOME}{code}/?item={numeric.id}&show=measures").content.decode()
    desk.post(f"{HOME}{code}/accept/", as_sent(page) | {"1-target_value": "7", "1-unit": "kk"})
    html = desk.get(f"{HOME}{code}/finish/").content.decode()
    assert '<li>Muuttunut <b class="num">1</b></li>' in html


@pytest.mark.parametrize("page", ["", "scorecard/"])
def test_a_town_without_a_strategy_begins_with_its_document(desk: Client, page: str) -> None:
    assert desk.get(f"/desk/mallila/fi/{page}")["Location"] == HOME


def test_a_fault_without_a_field_of_its_own_stands_above_the_review(
    desk: Client, code: int
) -> None:
    answer = post(desk, code, "accept", "9.9-M9")
    assert answer.status_code == 422
    assert "Kohtaa 9.9-M9 ei ole" in answer.content.decode()


def test_a_fault_in_a_part_to_add_is_not_folded_away(desk: Client, code: int) -> None:
    item = measure(code)
    html = desk.get(f"{HOME}{code}/?item={item.id}&show=measures").content.decode()
    number = len(item.measure.sub_measures if item.measure else ()) + 1
    more = {f"{number}-indicator": "Uusi", f"{number}-kind": "numeric"}
    page = desk.post(f"{HOME}{code}/correct/", as_sent(html) | more).content.decode()
    assert '<details class="more-fields" open><summary>Uusi osa' in page


def test_the_words_of_a_document_are_never_taken_for_markup(desk: Client, code: int) -> None:
    hostile = '<script>alert(1)</script> & "määrä"'
    post(desk, code, "correct", measure(code).id, text=hostile)
    html = desk.get(f"{HOME}{code}/?item={measure(code).id}").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_an_upload_of_another_town_is_not_there(desk: Client, code: int) -> None:
    town = Municipality.objects.get()
    other = Municipality.objects.create(slug="other", name="Other", area=town.area)
    Upload.objects.update(municipality=other)
    for path in ("", "status/", "finish/", "pages/1.png"):
        assert desk.get(f"{HOME}{code}/{path}").status_code == 404
    assert desk.post(f"{HOME}{code}/accept/", {}).status_code == 404


@pytest.mark.parametrize("role", ["sector_head", "reader"])
def test_others_do_not_import(client: Client, people: dict[str, User], role: str) -> None:
    client.force_login(people[role], BACKEND)
    assert client.get(HOME).status_code == 403
    assert client.post(HOME, sent("a.txt", b"x")).status_code == 403


def test_a_step_without_its_token_is_refused(people: dict[str, User], code: int) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["strategy_manager"], BACKEND)
    for act in ("accept", "split", "undo", "accept-sure", "finish", "retry", "withdraw"):
        assert strict.post(f"{HOME}{code}/{act}/", {}).status_code == 403


def test_the_review_asks_the_database_few_times(
    desk: Client, code: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(14):
        assert desk.get(f"{HOME}{code}/").status_code == 200
