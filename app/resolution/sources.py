"""Which reports are independent of each other: neither from one source nor copies of one text."""

from collections.abc import Iterable, Mapping


def independent_origins(reports: Mapping[str, tuple[str, str]], near: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """The origin of each report, equal for reports that are not independent.

    ``reports`` maps an id to the key of its text (equal for copies) and of its source (empty: unknown); ``near`` are
    texts of which one repeats most of the other, which counts where reports have both. Reports that share a source or
    text, or nearly the text, belong together, through others too; the origin is the smallest key among them.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    def join(left: str, right: str) -> None:
        first, second = root(left), root(right)
        parent[max(first, second)] = min(first, second)

    told = {text_key for text_key, _ in reports.values()}
    for text_key, source_key in reports.values():
        if source_key:
            join(f"text:{text_key}", f"source:{source_key}")
    for left, right in near:
        if left in told and right in told:
            join(f"text:{left}", f"text:{right}")
    return {report_id: root(f"text:{text_key}") for report_id, (text_key, _) in reports.items()}
