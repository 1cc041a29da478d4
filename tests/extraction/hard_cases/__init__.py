"""The hard cases of news about conflicts, each with tests of its own.

| Case | Tests |
|---|---|
| several incidents with their own dates, places and counts | test_several_incidents.py |
| a toll that rises through the article | test_rising_tolls.py |
| killed attackers apart from victims | test_killed_attackers.py |
| historical background ("the 2006 war") | test_background.py |
| negation and denial | test_denial.py |
| conditional, planned and feared events | test_not_yet_happened.py |
| claims inside claims | test_claims_inside_claims.py |
| reports and hearsay | test_hearsay.py |
| two towns of one name | test_namesakes.py |
| transliterations | test_transliterations.py |
| "no one was hurt" is 0, not null | test_nobody_hurt.py |
"""
