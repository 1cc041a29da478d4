"""Lexicons of the field, read from ``seeds/``."""
