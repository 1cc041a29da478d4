"""Which reports are worth comparing: keys that two reports of one happening share, looked up in an index."""

from app.resolution.facts import ReportFacts

#: The heaviest terms of an article that its main event can be found by.
_TERMS = 8


def block_keys(report: ReportFacts) -> list[str]:
    """Where a report is looked for: its place, the containers that are finer than a country, and its parties."""
    places = report.chain if report.place_precision == "country" else report.chain[:-1] or report.chain
    return [f"@{place}" for place in places] + sorted(report.actors | report.targets)


def story_keys(report: ReportFacts) -> list[str]:
    """The heaviest terms of an article, for its main event: names above all."""
    if not report.is_main:
        return []
    heaviest = sorted(report.wording.terms.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]
    return [f"#{term}" for term, _ in heaviest]
