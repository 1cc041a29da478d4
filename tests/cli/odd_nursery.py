"""A nursery without knowledge, whose workers do what the text says. Run as a process by the tests beside it."""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from types import SimpleNamespace

from app.domain.annotations import Annotations, ArticleText, Event
from app.domain.vocabulary import EventType
from app.errors import LanguageNotSupported


def annotate(article: ArticleText, knowledge: object) -> Annotations:
    word = article.text.partition(" ")[0]
    if word == "sleep":
        time.sleep(60)
    elif word == "spin":
        while True:
            pass
    elif word == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif word == "raise":
        raise ValueError(article.text)
    elif word == "refuse":
        raise LanguageNotSupported("The text looks like 'fr'.", field="text")
    confidence = float(os.environ.get("ODD_CONFIDENCE", "0.8"))
    events = (Event(id="v1", type=EventType.ASSAULT, confidence=confidence),) if word == "raid" else ()
    return Annotations(id=article.id, extractor=f"process-{os.getpid()}", events=events)


def annotate_batch(articles: Iterable[ArticleText], knowledge: object) -> Iterator[Annotations]:
    return (annotate(article, knowledge) for article in articles)


def load(source: object) -> object:
    if os.environ.get("ODD_NURSERY") == "broken":
        raise LookupError("no pipeline of that name")
    return object()


if __name__ == "__main__":
    # The real ones would load the language model's library first.
    sys.modules["app.extraction.knowledge"] = SimpleNamespace(Knowledge=object, load_knowledge=None)
    sys.modules["app.extraction.pipeline"] = SimpleNamespace(annotate=annotate, annotate_batch=annotate_batch)
    from app.services import extraction_worker

    extraction_worker.load = load
    extraction_worker._ARTICLES_PER_WORKER = int(os.environ.get("ODD_ARTICLES", "1000"))
    sys.exit(extraction_worker.main(sys.argv[1:]))
