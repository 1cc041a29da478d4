"""An event's id that turned out to be another's."""

from sqlmodel import update

from app.domain.identifiers import new_id
from app.models import ReportRow
from tests.in_process import Client

from .conftest import ARTICLE


def test_an_id_that_became_another_leads_there(client: Client) -> None:
    (event,) = client.post("/articles", json={"text": ARTICLE}).json()["events"]
    former = new_id("evt")
    with client.app.state.stores.database.write() as session:
        session.exec(update(ReportRow).values(own_event_id=former))
    for page in ("", "/reports", "/claims", "/reports?limit=1"):
        answer = client.get(f"/events/{former}{page}", follow_redirects=False)
        assert answer.status_code == 308
        assert answer.headers["location"] == f"/events/{event['id']}{page}"
        assert answer.json()["type"] == "urn:sitrep:problem:moved"
    assert client.get(f"/events/{new_id('evt')}").status_code == 404
