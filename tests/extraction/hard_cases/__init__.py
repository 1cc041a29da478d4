"""The hard cases of news about conflicts, each with tests of its own.

| Case | Tests |
|---|---|
| all-capitals wire copy | test_capitals.py |
| several incidents with their own dates, places and counts | test_several_incidents.py |
| a toll that rises through the article (12, then "at least 17") | test_rising_tolls.py |
| "another three", "the other two", "a family of five", "dozens", "half of them children" | test_counting_words.py |
| killed attackers apart from victims | test_killed_attackers.py |
| "no one was hurt" is 0, not null | test_nobody_hurt.py |
| historical background ("the 2006 war") | test_background.py |
| negation and denial | test_denial.py |
| conditional, planned and feared events | test_not_yet_happened.py |
| claims inside claims, two speakers | test_claims_inside_claims.py |
| reports, allegations and hearsay | test_hearsay.py |
| passive without agent, nominalisations | test_passives_and_nouns.py |
| places inside names of organizations, people named like places | test_places_in_names.py |
| demonyms, capitals that stand for governments | test_places_in_names.py |
| transliterations | test_transliterations.py |
| two towns of one name | test_namesakes.py |
| datelines that are not the event's place | test_datelines.py |
| relative dates across a month or year | test_relative_dates.py |
| fiscal and religious calendars | test_other_calendars.py |
| an office and its holder; emoji | test_office_holders.py |
"""
