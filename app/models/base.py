"""The base of all tables."""

from typing import ClassVar

from sqlalchemy import MetaData
from sqlmodel import SQLModel

#: Every constraint has a name, so that migrations in batch mode can find it.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """Base of all tables: one metadata with named constraints."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)
