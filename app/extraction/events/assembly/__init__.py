"""From drafts and frames to the annotation contract, with offsets of the original text."""
