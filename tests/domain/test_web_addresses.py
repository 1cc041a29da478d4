"""Addresses of one page have one key, and those of two pages have two."""

import pytest

from app.domain.web_addresses import page_key

PAGE = "https://levant-courier.example/2016/05/azaz"


@pytest.mark.parametrize(
    "same",
    [
        "http://levant-courier.example/2016/05/azaz",
        "https://WWW.Levant-Courier.example:443/2016/05/azaz/",
        f"{PAGE}#comments",
        f"{PAGE}?utm_source=feed&UTM_medium=rss&fbclid=x1",
        f"  {PAGE}?gclid=",
    ],
)
def test_what_does_not_tell_pages_apart_is_left_out(same) -> None:
    assert page_key(same) == page_key(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://levant-courier.example/2016/05/Azaz",
        "https://levant-courier.example/2016/05/azaz.html",
        "https://m.levant-courier.example/2016/05/azaz",
        "https://levant-courier.example:8080/2016/05/azaz",
        f"{PAGE}?page=2",
        f"{PAGE}?id=",
        f"{PAGE}#!/live/2",
        f"{PAGE}#/live/2",
    ],
)
def test_other_pages_have_other_keys(other) -> None:
    assert page_key(other) not in (page_key(PAGE), None)


def test_the_order_and_the_value_of_parameters_count() -> None:
    keys = [page_key(f"https://wire.example/?{query}") for query in ("id=1&p=2", "p=2&id=1", "id=1", "id=1&id=1")]
    assert len(set(keys)) == 4


@pytest.mark.parametrize(
    "url", ["https://wire.example", "https://www.wire.example/?utm_source=x", "http://[::1", "https:///a"]
)
def test_a_front_page_is_no_page_of_its_own(url) -> None:
    assert page_key(url) is None
