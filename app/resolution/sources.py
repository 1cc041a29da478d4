"""Which reports are independent of each other: neither from one source nor copies of one text."""

from collections.abc import Mapping


def independent_origins(reports: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The origin of each report, equal for reports that are not independent.

    ``reports`` maps an id to the key of its text (equal for copies) and of its source (empty: unknown). Reports that
    share either belong together, through others too; the origin is the smallest key among them.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for text_key, source_key in reports.values():
        text = root(f"text:{text_key}")
        if source_key:
            source = root(f"source:{source_key}")
            parent[max(text, source)] = min(text, source)
    return {report_id: root(f"text:{text_key}") for report_id, (text_key, _) in reports.items()}
