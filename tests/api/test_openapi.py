"""The OpenAPI document: complete, explained, with an example for everything."""

from collections.abc import Iterator

import pytest

from app.config import Settings
from app.main import create_app

from .conftest import KnownSentences


@pytest.fixture(scope="module")
def document() -> dict:
    return create_app(Settings(), KnownSentences()).openapi()


def operations(document: dict) -> Iterator[tuple[str, dict]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_every_resource_is_there(document: dict) -> None:
    assert {name for name, _ in operations(document)} >= {
        "POST /articles",
        "GET /articles",
        "GET /articles/{id}",
        "GET /articles/{id}/annotations",
        "POST /extract",
        "GET /events",
        "GET /events/{id}",
        "GET /events/{id}/reports",
        "GET /events/{id}/claims",
        "GET /changes",
        "GET /healthz",
        "GET /readyz",
        *(
            f"GET /{kind}{rest}"
            for kind in ("people", "organizations", "places")
            for rest in ("", "/{id}", "/{id}/events", "/{id}/mentions")
        ),
    }


def test_every_operation_is_explained(document: dict) -> None:
    assert [name for name, operation in operations(document) if len(operation.get("description", "")) < 10] == []


def test_every_parameter_has_a_description_and_an_example(document: dict) -> None:
    poor = [
        f"{name} {parameter['name']}"
        for name, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
        or not (parameter.get("example") or parameter.get("examples") or parameter["schema"].get("examples"))
    ]
    assert poor == []


def test_every_field_has_an_example(document: dict) -> None:
    poor = [
        f"{component}.{name}"
        for component, schema in document["components"]["schemas"].items()
        for name, field in schema.get("properties", {}).items()
        if not field.get("examples")
    ]
    assert poor == []


def test_every_field_of_an_answer_is_explained(document: dict) -> None:
    poor = [
        f"{component}.{name}"
        for component, schema in document["components"]["schemas"].items()
        for name, field in schema.get("properties", {}).items()
        if not field.get("description")
    ]
    assert poor == []


def test_every_error_is_a_problem(document: dict) -> None:
    for name, operation in operations(document):
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (name, status)


def test_references_lead_somewhere(document: dict) -> None:
    schemas = document["components"]["schemas"]

    def references(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                yield value["$ref"]
            for part in value.values():
                yield from references(part)
        elif isinstance(value, list):
            for part in value:
                yield from references(part)

    assert {reference.rpartition("/")[2] for reference in references(document)} - set(schemas) == set()
