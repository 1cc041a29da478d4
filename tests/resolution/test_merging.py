from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotations import Casualties, Claim, Event, EventDate, Figure, Participant
from app.resolution.merging import merge_reports
from app.resolution.sources import independent_origins
from app.resolution.statements import TellingReport

DAY = date(2016, 5, 6)


def _report(id_, source="wire", text="t1", published=DAY, **event) -> TellingReport:
    known = {"id": "v1", "type": "ASSAULT", "confidence": 0.5, **event}
    return TellingReport(
        f"rep_{id_}", f"art_{id_}", text, source, published, Event(**known), known.get("place") == "plc_village"
    )


def _killed(number, claim=None) -> dict:
    span = {"text": str(number), "start": 0, "end": 2, "low": number, "high": number}
    return {"killed": Casualties(**span), "figures": (Figure(**span, what="killed", claim=claim),)}


def _party(text, entity=None) -> Participant:
    return Participant(text=text, entity=entity, start=0, end=1, sector="REB")


def test_copies_and_one_source_count_once() -> None:
    reports = [_report(1, "wire", "t1"), _report(2, "mirror", "t1"), _report(3, "mirror", "t3"), _report(4, "", "t4")]
    merged = merge_reports(reports)
    assert (merged.article_count, merged.independent_source_count) == (4, 2)
    assert [report.id for report in merged.reports] == ["rep_2", "rep_3", "rep_4"]
    assert merged.confidence == 0.75


def test_finest_date_and_mode_of_most_win() -> None:
    week = EventDate(edtf="2016-05-01/2016-05-07", earliest="2016-05-01", latest="2016-05-07", precision="week")
    exact = EventDate(edtf="2016-05-06", earliest=DAY, latest=DAY, precision="day")
    merged = merge_reports(
        [_report(1, date=week, mode="aerial"), _report(2, "b", "t2", date=exact), _report(3, "c", "t3", mode="aerial")]
    )
    assert merged.when == exact
    assert merged.mode == "aerial"


def test_narrowest_place_wins_and_closed_dates_go_before_open_ones() -> None:
    since = EventDate(edtf="2016-05-05/..", earliest="2016-05-05", precision="day")
    week = EventDate(edtf="2016-05-01/2016-05-07", earliest="2016-05-01", latest="2016-05-07", precision="week")
    merged = merge_reports(
        [
            _report(1, date=since, place="plc_city"),
            _report(2, "b", "t2", place="plc_city"),
            _report(3, "c", "t3", date=week, place="plc_village"),
        ]
    )
    assert merged.place == "plc_village"
    assert merged.when == week


def test_entities_of_all_reports_and_words_of_one() -> None:
    merged = merge_reports(
        [
            _report(1, actors=(_party("militants"),)),
            _report(2, "b", "t2", actors=(_party("Nusra Front", "org_1"), _party("allied militants"))),
        ]
    )
    assert [(party.entity, party.text) for party in merged.actors] == [
        ("org_1", "Nusra Front"),
        (None, "allied militants"),
    ]


def test_denial_disputes_what_others_assert() -> None:
    assert not merge_reports([_report(1)]).disputed
    assert merge_reports([_report(1), _report(2, "b", "t2", stance="denied")]).disputed
    denial = Claim(id="c1", text="Moscow", verb="denied", start=0, end=6, stance="denied")
    assert merge_reports([_report(1, claims=(denial,))]).disputed
    only_denied = merge_reports([_report(1, stance="denied")])
    assert (only_denied.stance, only_denied.disputed) == ("denied", False)


def test_a_denial_is_shown_with_those_who_assert() -> None:
    said = Claim(id="c1", text="Kyiv", verb="said", start=0, end=4)
    denial = Claim(id="c2", text="Moscow", verb="denied", start=9, end=15, stance="denied")
    (contradiction,) = merge_reports([_report(1, claims=(denial, said)), _report(2, "b", "t2")]).contradictions
    assert contradiction.about == "event"
    assert [(side.stance, side.said.article_id, side.said.text) for side in contradiction.sides] == [
        ("asserted", "art_1", "Kyiv"),
        ("asserted", "art_2", ""),
        ("denied", "art_1", "Moscow"),
    ]


def test_two_claimants_of_one_article_contradict_each_other() -> None:
    claims = [Claim(id=f"c{n}", text=who, verb="said", start=0, end=1, about=("killed",)) for n, who in enumerate("ab")]
    figures = (*_killed(40, "c1")["figures"], *_killed(13, "c0")["figures"])
    merged = merge_reports([_report(1, claims=tuple(claims), figures=figures)])
    assert merged.disputed
    (contradiction,) = merged.contradictions
    assert contradiction.about == "killed"
    assert [(side.low, side.said.claim.text) for side in contradiction.sides] == [(13, "a"), (40, "b")]


def test_parts_of_a_claimants_toll_are_no_tolls_of_their_own() -> None:
    claim = Claim(id="c1", text="SOHR", verb="said", start=0, end=4, about=("killed",))
    parts = tuple(_killed(number, "c1")["figures"][0] for number in (73, 43, 30))
    merged = merge_reports([_report(1, claims=(claim,), killed=_killed(73)["killed"], figures=parts)])
    killed = merged.casualties["killed"]
    assert (killed.low, killed.best, killed.high) == (73, 73, 73)
    assert not merged.disputed


def test_codes_are_those_of_the_merged_event() -> None:
    merged = merge_reports(
        [_report(1, actors=(_party("Front", "org_1"),), contexts=("territory",)), _report(2, "b", "t2", **_killed(3))]
    )
    assert merged.codes.cameo == "19"
    assert merged.codes.acled_like == "Battles/Non-state actor overtakes territory"


def test_order_of_arrival_does_not_matter() -> None:
    reports = [
        _report(1, "a", "t1", mode="aerial", actors=(_party("jets"),), **_killed(13)),
        _report(2, "b", "t2", date(2016, 5, 7), mode="drone", actors=(_party("Air Force", "org_1"),), **_killed(14)),
        _report(3, "a", "t3", None, type="COERCE", contexts=("territory",)),
    ]
    merged = [merge_reports(order) for order in permutations(reports)]
    assert all(other == merged[0] for other in merged)


@given(st.dictionaries(st.integers(0, 30), st.tuples(st.sampled_from("xyzuvw"), st.sampled_from(["", "a", "b", "c"]))))
def test_origins_are_equal_exactly_where_texts_or_sources_connect(reports) -> None:
    keyed = {str(number): keys for number, keys in reports.items()}
    origins = independent_origins(keyed)
    for left, (text, source) in keyed.items():
        for right, (other_text, other_source) in keyed.items():
            if text == other_text or (source and source == other_source):
                assert origins[left] == origins[right]
    shuffled = independent_origins(dict(reversed(keyed.items())))
    assert shuffled == origins


def test_some_of_a_larger_number_contradict_nobody() -> None:
    span = {"text": "12", "start": 0, "end": 2, "low": 12, "high": 12, "what": "killed", "claim": "c1"}
    claim = Claim(id="c1", text="a doctor", verb="said", start=5, end=13)
    whole = _killed(30)

    def is_disputed(**more) -> bool:
        figures = (*whole["figures"], Figure(**span, **more))
        return merge_reports([_report(1, **{**whole, "figures": figures, "claims": (claim,)})]).disputed

    assert is_disputed()
    assert not is_disputed(partial=True)
