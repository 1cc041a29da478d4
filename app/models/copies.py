"""What texts are found to repeat one another by."""

from sqlalchemy import BigInteger
from sqlmodel import Field

from app.models.base import Table


class TextSketchRow(Table, table=True):
    """A value of a text's sketch (``app.resolution.copies.sketch_of``): texts that repeat one another share some."""

    __tablename__ = "text_sketch"
    __table_args__ = ({"sqlite_with_rowid": False},)

    value: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    text_sha256: str = Field(primary_key=True)


class NearCopyRow(Table, table=True):
    """Two texts of which one repeats most of the other, kept both ways. ``similarity``: 0 to 1."""

    __tablename__ = "near_copy"
    __table_args__ = ({"sqlite_with_rowid": False},)

    text_sha256: str = Field(primary_key=True)
    other_sha256: str = Field(primary_key=True)
    similarity: float
