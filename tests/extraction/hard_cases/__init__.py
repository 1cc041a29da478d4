"""The hard cases of news about conflicts, each with tests of its own.

| Case | Tests |
|---|---|
| a toll that rises through the article | test_rising_tolls.py |
| killed attackers apart from victims | test_killed_attackers.py |
| "no one was hurt" is 0, not null | test_nobody_hurt.py |
"""
