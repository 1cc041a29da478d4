"""The words of the field: vocabularies, annotations, dates, names. Standard library and pydantic only."""
