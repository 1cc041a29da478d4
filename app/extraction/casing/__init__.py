"""Mixed case for text that came in capitals only."""
