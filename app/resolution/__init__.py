"""Annotations and candidates to links: pure decisions with scores and parts."""
