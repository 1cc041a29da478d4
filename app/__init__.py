"""Sitrep: conflict news in, data out."""
