"""No text can hang or crash the process that serves."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from app.domain.annotations import ArticleText
from app.errors import AppError, ExtractionFailed, ExtractionTimeout, LanguageNotSupported, NotReady
from app.services.extractor import ExtractionPool

from .conftest import NOWHERE, ODD_NURSERY


def article(text: str) -> ArticleText:
    return ArticleText(id=text, text=text)


def process_of(pool: ExtractionPool) -> str:
    return pool.annotate(article("fine")).extractor


def test_extraction_runs_in_another_process(pool: ExtractionPool) -> None:
    assert process_of(pool) != f"process-{os.getpid()}"


@pytest.mark.parametrize("text", ["sleep", "spin"])
def test_time_runs_out(pool: ExtractionPool, text: str) -> None:
    started = time.monotonic()
    with pytest.raises(ExtractionTimeout, match=r"0\.5 seconds") as caught:
        pool.annotate(article(text))
    assert time.monotonic() - started < 5
    assert caught.value.problem()["errors"][0]["field"] == "text"
    assert process_of(pool)


@pytest.mark.parametrize("text", ["crash", "raise"])
def test_the_extractor_breaks(pool: ExtractionPool, text: str) -> None:
    for _ in range(3):
        with pytest.raises(ExtractionFailed):
            pool.annotate(article(text))
    assert process_of(pool)


def test_refusals_arrive_as_what_they_were(pool: ExtractionPool) -> None:
    with pytest.raises(LanguageNotSupported, match="fr") as caught:
        pool.annotate(article("refuse"))
    assert caught.value.status == 422


def test_one_bad_text_does_not_take_its_batch_along(pool: ExtractionPool) -> None:
    texts = ["a", "refuse", "b", "sleep", "c", "crash", "d", "raise"]
    outcomes = pool.outcomes([article(text) for text in texts])
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [
        bytes,
        LanguageNotSupported,
        bytes,
        ExtractionTimeout,
        bytes,
        ExtractionFailed,
        bytes,
        ExtractionFailed,
    ]
    assert [json.loads(outcome)["id"] for outcome in outcomes if isinstance(outcome, bytes)] == ["a", "b", "c", "d"]


def test_many_ask_at_once(pool: ExtractionPool) -> None:
    texts = ["fine", "crash", "fine", "sleep"] * 3

    def kind(text: str) -> str:
        try:
            return pool.annotate(article(text)).id or ""
        except AppError as error:
            return error.slug

    with ThreadPoolExecutor(8) as executor:
        found = list(executor.map(kind, texts))
    assert found == ["fine", "extraction-failed", "fine", "extraction-timeout"] * 3


def test_knowledge_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ODD_NURSERY", "broken")
    with ExtractionPool(NOWHERE, timeout_s=5, command=ODD_NURSERY) as pool:
        pool.start()
        with pytest.raises(NotReady, match="no pipeline of that name"):
            pool.wait_until_ready(60)
        assert not pool.ready
        with pytest.raises(NotReady, match="no pipeline of that name"):
            pool.annotate(article("fine"))


def test_the_nursery_is_started_anew_where_it_ends(pool: ExtractionPool) -> None:
    assert pool._nursery
    pool._nursery.kill()
    assert process_of(pool)
    time.sleep(0.5)
    for text in ["crash", "crash", "crash"]:
        with pytest.raises(ExtractionFailed):
            pool.annotate(article(text))
    assert process_of(pool)


def test_a_nursery_that_cannot_load_again_is_not_started_for_ever(
    pool: ExtractionPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ODD_NURSERY", "broken")
    assert pool._nursery
    pool._nursery.kill()
    for _ in range(pool.workers):
        with suppress(AppError):
            pool.annotate(article("crash"))
    with pytest.raises(NotReady, match="no pipeline of that name"):
        pool.annotate(article("fine"))
    assert not pool.ready


def test_workers_are_replaced_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ODD_ARTICLES", "3")
    with ExtractionPool(NOWHERE, timeout_s=5, command=ODD_NURSERY).loaded() as pool:
        processes = [process_of(pool) for _ in range(9)]
    assert [processes.count(process) for process in dict.fromkeys(processes)] == [3, 3, 3]


def test_closing_lets_those_go_who_wait() -> None:
    pool = ExtractionPool(NOWHERE, timeout_s=60, command=ODD_NURSERY).loaded()
    with ThreadPoolExecutor(3) as executor:
        waiting = [executor.submit(pool.outcomes, [article("sleep")]) for _ in range(3)]
        time.sleep(0.3)
        started = time.monotonic()
        pool.close()
        for future in waiting:
            with suppress(NotReady):
                future.result(timeout=20)
        assert time.monotonic() - started < 20


def test_no_process_is_left_behind() -> None:
    with ExtractionPool(NOWHERE, timeout_s=5, workers=2, command=ODD_NURSERY).loaded() as pool:
        worker = int(process_of(pool).removeprefix("process-"))
        nursery = pool._nursery
    assert nursery
    assert nursery.returncode is not None
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
