"""Reading people, organizations and places."""

from app.domain.documents import (
    EntityDocument,
    EventDocument,
    MentionDocument,
    OrganizationDocument,
    Page,
    PersonDocument,
    PlaceDocument,
)
from app.domain.filters import EntityEventsQuery, MentionQuery, OrganizationQuery, PersonQuery, PlaceQuery
from app.domain.vocabulary import EntityKind
from app.services.stores import Stores


def list_people(stores: Stores, query: PersonQuery) -> Page[PersonDocument]:
    """People by name. ``InvalidInput`` for a cursor that is none, here and below."""
    raise NotImplementedError


def list_organizations(stores: Stores, query: OrganizationQuery) -> Page[OrganizationDocument]:
    """Organizations by name."""
    raise NotImplementedError


def list_places(stores: Stores, query: PlaceQuery) -> Page[PlaceDocument]:
    """Places by name."""
    raise NotImplementedError


def get_entity(stores: Stores, kind: EntityKind, entity_id: str) -> EntityDocument:
    """One person, organization or place; ``NotFound``."""
    raise NotImplementedError


def list_entity_events(
    stores: Stores, kind: EntityKind, entity_id: str, query: EntityEventsQuery
) -> Page[EventDocument]:
    """Events that the entity took part in or is quoted on; for a place, also those in it. ``NotFound``."""
    raise NotImplementedError


def list_entity_mentions(
    stores: Stores, kind: EntityKind, entity_id: str, query: MentionQuery
) -> Page[MentionDocument]:
    """The spans that name the entity, by article and position; ``NotFound``."""
    raise NotImplementedError
