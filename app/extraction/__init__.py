"""Raw text to annotations: pure functions, one stage per file."""
