"""SQLModel tables, one noun per file."""
