"""Rows of a table against stored entities: scores, agreement of properties, when they are one."""

from hypothesis import given
from hypothesis import strategies as st

from app.resolution.entities import EntityFacts
from app.resolution.reconciling import Asked, Fit, Known, fits


def known(name: str, kind="person", *, called_so=False, aliases=(), roles=(), country=None, **values) -> Known:
    told = {key: frozenset(value) for key, value in values.items()}
    told |= {"country": frozenset({country} if country else ()), "role": frozenset(roles)}
    facts = EntityFacts(id=f"{kind}:{name}", kind=kind, name=name, aliases=aliases, country_code=country, roles=roles)
    return Known(facts, told, called_so)


def asked(name: str, **values: str) -> Asked:
    return Asked(name, {key: frozenset({value}) for key, value in values.items()})


def only(question: Asked, one: Known) -> Fit:
    (fit,) = fits(question, [one])
    return fit


def test_the_same_full_name_is_one_and_scores_all() -> None:
    fit = only(asked("Nadia Haddad"), known("Nadia Haddad"))
    assert (fit.score, fit.is_same, fit.name, fit.properties) == (100.0, True, 100.0, {})


def test_another_name_is_no_candidate() -> None:
    assert fits(asked("Nadia Haddad"), [known("Viktor Orlenko")]) == []


def test_a_property_counts_for_against_or_not_at_all() -> None:
    question = asked("Nadia Haddad", country="LB")
    agreeing = only(question, known("Nadia Haddad", country="LB"))
    unknown = only(question, known("Nadia Haddad"))
    contradicting = only(question, known("Nadia Haddad", country="SY"))
    assert [fit.properties["country"] for fit in (agreeing, unknown, contradicting)] == [1, 0, -1]
    assert [fit.score for fit in (agreeing, unknown, contradicting)] == [100.0, 80.0, 60.0]
    assert [fit.is_same for fit in (agreeing, unknown, contradicting)] == [True, True, False]


def test_of_several_countries_one_is_enough() -> None:
    question = Asked("Nadia Haddad", {"country": frozenset({"JO", "LB"})})
    assert only(question, known("Nadia Haddad", country="LB")).score == 100.0


def test_another_office_is_no_contradiction() -> None:
    question = asked("Nadia Haddad", role="Minister of Health")
    assert only(question, known("Nadia Haddad", roles=("Health Minister",))).properties == {"role": 1}
    assert only(question, known("Nadia Haddad", roles=("Senator",))).properties == {"role": 0}


def test_a_family_name_is_nobody_for_sure_whatever_agrees() -> None:
    fit = only(asked("Haddad", country="LB"), known("Nadia Haddad", country="LB"))
    assert not fit.is_same
    assert 0 < fit.score < 90


def test_what_every_country_has_is_not_one() -> None:
    ministry = known("Interior Ministry", "organization", category=("government",), country="IQ")
    assert not only(asked("Interior Ministry"), ministry).is_same


def test_a_place_may_be_called_so_in_another_language() -> None:
    place = known("Aleppo", "place", called_so=True, within=("syria",))
    assert only(asked("Halab"), place).is_same
    assert only(asked("Halab", within="iraq"), place).is_same is False


names = st.sampled_from(["Nadia Haddad", "Omar Haddad", "Haddad", "Viktor Orlenko", "Nadja Hadad", "N. Haddad"])
codes = st.sampled_from(["LB", "SY", None])


@given(names, codes, st.lists(st.tuples(names, codes), max_size=5))
def test_scores_are_bounded_and_a_match_never_contradicts(name, country, others) -> None:
    question = asked(name, country=country) if country else asked(name)
    for fit in fits(question, [known(other, country=code) for other, code in others]):
        assert 0 <= fit.score <= 100
        assert 60 <= fit.name <= 100
        assert not fit.is_same or -1 not in fit.properties.values()


@given(names, names, codes)
def test_agreeing_never_lowers_a_score_below_not_knowing(name, other, country) -> None:
    question = asked(name, country=country or "LB")
    for agreeing, unknown in zip(
        fits(question, [known(other, country=country or "LB")]), fits(question, [known(other)]), strict=True
    ):
        assert agreeing.score >= unknown.score
