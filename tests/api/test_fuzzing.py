"""Requests made up from the OpenAPI document: whatever comes, the answer is one that the document names."""

import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from app.config import Settings
from app.main import create_app
from tests.in_process import Client

from .conftest import KnownSentences

schema = schemathesis.openapi.from_dict(create_app(Settings(), KnownSentences()).openapi())


@schema.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_answers_are_as_documented(case: schemathesis.Case, client: Client) -> None:
    request = requests.Request(**case.as_transport_kwargs(base_url="http://sitrep.test")).prepare()
    answer = client.request(request.method, request.url, headers=dict(request.headers), content=request.body)
    assert answer.status_code < 500, answer.text
    # A schema cannot say what a cursor, a date in EDTF or a box is: valid by the schema need not be valid.
    case.validate_response(answer, excluded_checks=[positive_data_acceptance])
