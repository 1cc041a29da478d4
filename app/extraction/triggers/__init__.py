"""Words that name events."""
