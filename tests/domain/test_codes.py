"""Derived codes follow the published tables and stay silent where they would guess."""

import pytest

from app.domain.codes import CodedEvent, derive_codes
from app.domain.vocabulary import MODES_OF_TYPE, EventType


def coded(type_: str, mode: str | None = None, **parts: object) -> CodedEvent:
    return CodedEvent(
        type=EventType(type_),
        mode=mode,
        contexts=parts.get("contexts", ()),  # type: ignore[arg-type]
        actor_sectors=parts.get("actors", []),  # type: ignore[arg-type]
        target_sectors=parts.get("targets", []),  # type: ignore[arg-type]
        killed=parts.get("killed", 0),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("event", "acled", "cameo"),
    [
        (coded("ASSAULT", "firearms", actors=["MIL", "REB"]), "Battles/Armed clash", "193"),
        (coded("ASSAULT", None, actors=["MIL"], targets=["REB"]), "Battles/Armed clash", "190"),
        (
            coded("ASSAULT", None, contexts=["territory"], actors=["REB"]),
            "Battles/Non-state actor overtakes territory",
            "19",
        ),
        (
            coded("ASSAULT", None, contexts=["territory"], actors=["MIL", "PRM"]),
            "Battles/Government regains territory",
            "19",
        ),
        (coded("ASSAULT", None, contexts=["territory"], actors=["MIL", "REB"]), None, "19"),
        (coded("ASSAULT", None, contexts=["territory"]), None, "19"),
        (coded("ASSAULT", "drone"), "Explosions/Remote violence/Air/drone strike", "195"),
        (coded("ASSAULT", "suicide-attack"), "Explosions/Remote violence/Suicide bomb", "1831"),
        (coded("ASSAULT", "firearms", targets=["CVL"]), "Violence against civilians/Attack", "182"),
        (coded("ASSAULT", "targeted", targets=["JRN"], killed=1), "Violence against civilians/Attack", "186"),
        (coded("ASSAULT", "targeted", targets=["JRN"]), "Violence against civilians/Attack", "185"),
        (
            coded("ASSAULT", "abduct", targets=["MED"]),
            "Violence against civilians/Abduction/forced disappearance",
            "181",
        ),
        (coded("ASSAULT", "abduct", targets=["MIL"]), None, None),
        (coded("ASSAULT", "crowd-control"), "Protests/Protest with intervention", "175"),
        (coded("ASSAULT", "crowd-control", killed=2), "Protests/Excessive force against protesters", "175"),
        (coded("RETREAT", "ceasefire"), "Strategic developments/Agreement", "0871"),
        (
            coded("RETREAT", "withdraw"),
            "Strategic developments/Non-violent transfer of territory",
            "087",
        ),
        (coded("AGREE", actors=["GOV", "GOV"], contexts=["economic"]), None, "03"),
        (
            coded("AGREE", actors=["GOV", "REB"], contexts=["military"]),
            "Strategic developments/Agreement",
            "03",
        ),
        (coded("PROTEST", "riot"), "Riots/Violent demonstration", "145"),
        (coded("PROTEST"), None, "14"),
        (coded("COERCE", "arrest"), "Strategic developments/Arrests", "173"),
        (coded("CONSULT"), None, "04"),
    ],
)
def test_acled_like_and_cameo(event: CodedEvent, acled: str | None, cameo: str | None) -> None:
    codes = derive_codes(event)
    assert (codes.acled_like, codes.cameo, codes.mapping_version) == (acled, cameo, "1")


@pytest.mark.parametrize(
    ("event", "violence"),
    [
        (coded("ASSAULT", actors=["MIL"], targets=["REB"], killed=3), 1),
        (coded("ASSAULT", actors=["MIL", "REB"], killed=1), 1),
        (coded("ASSAULT", actors=["REB"], targets=["REB"], killed=5), 2),
        (coded("ASSAULT", actors=["REB"], targets=["CVL"], killed=5), 3),
        (coded("ASSAULT", actors=["MIL"], targets=["REB"]), None),
        (coded("ASSAULT", actors=["REB"], killed=5), None),
        (coded("ASSAULT", actors=["UAF"], targets=["CVL"], killed=5), None),
        (coded("PROTEST", "riot", actors=["OPP"], targets=["COP"], killed=2), None),
    ],
)
def test_ucdp_needs_a_death_and_known_sides(event: CodedEvent, violence: int | None) -> None:
    assert derive_codes(event).ucdp_like == violence


def test_every_type_and_mode_has_codes_of_the_mapping() -> None:
    for type_, modes in MODES_OF_TYPE.items():
        for mode in (None, *modes):
            assert derive_codes(coded(type_, mode)).mapping_version == "1"
