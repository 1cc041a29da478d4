"""From names to entities: which mentions name the same person, organization or place, and what words stand for them."""

from app.extraction.coreference.linking import link_names

__all__ = ["link_names"]
