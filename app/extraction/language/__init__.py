"""The spaCy pipeline and the language of a text."""
