"""The wire contract of the REST API."""
