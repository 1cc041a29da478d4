"""The annotations of a stored article: the contract, with the ids that its entities and events got."""

from typing import Annotated

from pydantic import Field

from app.domain.annotations import Annotations, Event, Organization, Person, Place, Thing
from app.schemas.events import Link

_ENTITY_ID = Field(description="Id of the resolved person, organization or place; null for other things.")

_LINK = Field(default=None, description="The decision that resolved it, where there was one.")


class StoredPerson(Person):
    """A person of the article, and whom it was resolved to."""

    stored_id: str | None = _ENTITY_ID
    link: Link | None = _LINK


class StoredOrganization(Organization):
    """An organization of the article, and what it was resolved to."""

    stored_id: str | None = _ENTITY_ID
    link: Link | None = _LINK


class StoredPlace(Place):
    """A place of the article, and what it was resolved to."""

    stored_id: str | None = _ENTITY_ID
    link: Link | None = _LINK


class StoredThing(Thing):
    """A demonym, weapon or vehicle of the article."""

    stored_id: str | None = _ENTITY_ID
    link: Link | None = _LINK


class StoredEvent(Event):
    """An event as the article tells it, and the one that it was resolved to."""

    event_id: str | None = Field(description="Id of the resolved event.")
    link: Link | None = _LINK


StoredEntity = Annotated[StoredPerson | StoredOrganization | StoredPlace | StoredThing, Field(discriminator="kind")]


class StoredAnnotations(Annotations):
    """What the extractor says about a stored article."""

    entities: tuple[StoredEntity, ...] = Field((), description="Whom and what it names, and who they were resolved to.")
    events: tuple[StoredEvent, ...] = Field((), description="What it tells, and the events that it was resolved to.")
