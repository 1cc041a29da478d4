"""One entry per happening within the article, and the annotation contract."""
