"""What one source alone needs: paging, codes that change, sessions, titles."""

from __future__ import annotations

from typing import Any

import pytest

from sources.network.player import Heard, Player, Said
from sources.network.plays import CUBE, SOURCES, TABLE, ask
from suunta.core.errors import InputError
from suunta.sources.asked import Asked
from suunta.sources.clients import CLIENTS, client_of
from suunta.sources.fetching import Fetched, parsed
from suunta.sources.http import Web


def fetched(web: Web, player: Player, name: str, **changes: Any) -> Fetched:
    """What a client brings."""
    return CLIENTS[name].fetch(web, Asked({**ask(player, name), **changes}))


def observed(web: Web, player: Player, name: str, **changes: Any) -> list[Any]:
    """The observations of a client."""
    asked = Asked({**ask(player, name), **changes})
    return list(parsed(CLIENTS[name], CLIENTS[name].fetch(web, asked), asked).observations)


def test_regions_of_sotkanet_get_the_codes_of_municipalities(web: Web, player: Player) -> None:
    assert [each.area for each in observed(web, player, "sotkanet")] == ["049", "049", "488"]


def test_an_indicator_of_sotkanet_is_found_by_its_title_in_each_language(
    web: Web, player: Player
) -> None:
    ask(player, "sotkanet")
    asked = Asked({"base": player.address})
    search = CLIENTS["sotkanet"].search
    assert search is not None
    for words in ("väestö 31.12.", "befolkning", "POPULATION"):
        assert search(web, words, asked) == [("127", "Väestö 31.12.")]
    assert [number for number, _ in search(web, "0-6", asked)] == ["128"]


def test_a_title_of_several_indicators_is_asked_about(web: Web, player: Player) -> None:
    with pytest.raises(InputError, match="2 indicators have the title 'väestö'"):
        fetched(web, player, "sotkanet", title="väestö")


def test_sotkanet_says_what_the_figures_are(web: Web, player: Player) -> None:
    assert fetched(web, player, "sotkanet").definition == {
        "127 title": "Väestö 31.12.",
        "127 unit": "lkm",
        "127 organization": "Tilastokeskus",
    }


def test_codes_of_pxweb_are_found_by_how_they_begin(web: Web, player: Player) -> None:
    fetched(web, player, "pxweb")
    asked = player.heard[1].json["query"]
    assert {each["code"]: each["selection"]["values"] for each in asked} == {
        "alue_23_20260101": ["235"],
        "contentscode": ["vaesto"],
        "timeperiod_y": ["2023", "2024"],
    }


def test_codes_that_got_a_new_date_change_nothing(web: Web, player: Player) -> None:
    asked = ask(player, "pxweb")
    area, *rest = TABLE["variables"]
    renamed = {**TABLE, "variables": [{**area, "code": "alue_23_20270101"}, *rest]}
    table = lambda heard: Said(renamed if heard.method == "GET" else CUBE)  # noqa: E731
    player.plays = {"/StatFin/vaerak/11ra.px": table}
    CLIENTS["pxweb"].fetch(web, Asked(asked))
    assert player.heard[1].json["query"][0]["code"] == "alue_23_20270101"


@pytest.mark.parametrize(
    ("select", "said"),
    [
        ({"kunta": ["235"]}, "begin with 'kunta'; it has alue_23_20260101"),
        ({"alue": ["999"]}, "has no 999"),
        ({"contents": ["asunnot"]}, "has no asunnot"),
    ],
)
def test_what_a_table_does_not_have_any_more_is_told(
    web: Web, player: Player, select: dict[str, Any], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        fetched(web, player, "pxweb", select=select)


def test_a_table_of_too_many_cells_is_not_asked_for(web: Web, player: Player) -> None:
    codes = [str(number) for number in range(130_000)]
    large = {**TABLE, "variables": [{"code": "alue", "text": "Alue", "values": codes}]}
    asked = ask(player, "pxweb")
    player.plays = {"/StatFin/vaerak/11ra.px": Said(large)}
    with pytest.raises(InputError, match="asks for 130000 cells"):
        CLIENTS["pxweb"].fetch(web, Asked({**asked, "select": {"alue": "*"}}))
    assert len(player.heard) == 1


def test_deleted_values_of_kolada_are_left_out_and_pages_followed(web: Web, player: Player) -> None:
    found = observed(web, player, "kolada")
    assert [(each.area, each.value, each.status) for each in found] == [
        ("0162", 21.5, "ok"),
        ("0162", None, "missing"),
        ("0180", 22.5, "ok"),
        ("0180", None, "missing"),
    ]


@pytest.mark.parametrize("name", ["kolada", "ogc", "lipas"])
def test_pages_that_go_round_in_circles_are_refused(web: Web, player: Player, name: str) -> None:
    asked = ask(player, name)

    def again(heard: Heard) -> Said:
        here = f"{player.address}{heard.path}"
        link = [{"rel": "next", "href": here}]
        return Said({"values": [], "features": [], "items": [], "next_url": here, "links": link,
                     "pagination": {"total-pages": 9}})  # fmt: skip

    player.plays = dict.fromkeys(SOURCES[name].plays, again)
    with pytest.raises(InputError, match="round in circles"):
        CLIENTS[name].fetch(web, Asked(asked))
    assert len(player.heard) <= 3


def test_forecast_and_budget_are_fetched_apart_and_the_highest_approval_wins(
    web: Web, player: Player
) -> None:
    (found,) = observed(web, player, "valtiokonttori")
    assert (found.kind, found.period, found.value) == ("forecast", "2022", 12.0)
    assert [heard.path for heard in player.heard] == ["/aineistot", "/last"]


def test_a_session_of_limesurvey_is_ended_and_its_key_not_kept(web: Web, player: Player) -> None:
    brought = fetched(web, player, "limesurvey")
    methods = [heard.json["method"] for heard in player.heard]
    assert methods == ["get_session_key", "export_responses", "release_session_key"]
    assert not any(b"key-1" in page.answer.data for page in brought.pages)


def test_a_user_whom_limesurvey_does_not_let_in_is_told(web: Web, player: Player) -> None:
    asked = ask(player, "limesurvey")
    refused = {"result": {"status": "Invalid user name or password"}}
    player.plays = {"/index.php/admin/remotecontrol": Said(refused)}
    with pytest.raises(InputError, match="does not let the user in"):
        CLIENTS["limesurvey"].fetch(web, Asked(asked))


def test_a_feed_in_an_old_encoding_is_read(web: Web, player: Player) -> None:
    assert observed(web, player, "dynasty")[0].text.endswith("Käyttösuunnitelma")


def test_a_file_of_a_dataset_is_found_by_its_name(web: Web, player: Player) -> None:
    with pytest.raises(InputError, match="0 files of the dataset are named 'xlsx'"):
        fetched(web, player, "ckan", resource="xlsx")


def test_a_column_that_was_renamed_is_told(web: Web, player: Player) -> None:
    asked = ask(player, "csv")
    player.plays = {"/a.csv": Said("År;Kommun;Värde\n2022;235;12,5\n")}
    came = CLIENTS["csv"].fetch(web, Asked(asked))
    with pytest.raises(InputError, match="no column Arvo, Kunta, Vuosi; it has Kommun, Värde, År"):
        parsed(CLIENTS["csv"], came, Asked(asked))


def test_an_unknown_kind_is_told() -> None:
    with pytest.raises(InputError, match="no source of the kind 'gopher'"):
        client_of("gopher")
