"""What changed from one release to the next: two files of events, both in the order of their ids. Pure."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

Row = dict[str, Any]
Named = tuple[str, Row | None, Row | None]
COLUMNS = ("version", "date", "table", "key", "change", "fields", "public_reason", "moved_to")
REASONS = {  # a closed list; why editors did what they did is theirs to know
    "new": "It was not public before.",
    "withdrawn": "It is no longer public.",
    "merged": "It was found to be the same as another event.",
    "moved": "It was found to report another event.",
    "recoded": "Its coding was changed.",
    "text": "The text of its article was corrected.",
    "reports": "Its reports changed.",
    "names": "A name, an address or another wording changed, not what is said to have happened.",
}
WORDING = {"url", "article_url", "label", "plover_note", "codebook_version"}
OF_TEXT = {"evidence", "article_text_version", "article_sha256"}


class Difference(NamedTuple):
    """One row of CHANGES.csv, but for version and date."""

    table: str
    key: str
    change: str
    fields: str
    public_reason: str
    moved_to: str


def differences(
    before: Iterable[Row], after: Iterable[Row], kept: Callable[[str], str] = lambda _public_id: ""
) -> Iterator[Difference]:
    """Events and reports that were added, changed or removed; `kept` says into which event another was merged."""
    left: dict[Any, Row] = {}
    came: dict[Any, Row] = {}
    for public_id, old, new in side_by_side(before, after):
        yield from _of_event(public_id, old, new, kept)
        yield from _of_reports(old, new, left, came)
    for key, report in came.items():
        yield (
            _changed(key, left.pop(key), report)
            if key in left
            else Difference("reports", str(key), "added", "", "new", "")
        )
    for key in left:
        yield Difference("reports", str(key), "removed", "", "withdrawn", "")


def side_by_side(before: Iterable[Row], after: Iterable[Row]) -> Iterator[Named]:
    """Events of the same id beside each other, a bounded number in memory."""
    old_rows, new_rows = iter(before), iter(after)
    old, new = next(old_rows, None), next(new_rows, None)
    while old is not None or new is not None:
        first = min(number_of(row) for row in (old, new) if row is not None)
        one = old if old is not None and number_of(old) == first else None
        other = new if new is not None and number_of(new) == first else None
        yield (one or other or {})["public_id"], one, other
        old = next(old_rows, None) if one is not None else old
        new = next(new_rows, None) if other is not None else new


def number_of(row: Row) -> int:
    return int(row["public_id"][1:])


def _of_event(public_id: str, old: Row | None, new: Row | None, kept: Callable[[str], str]) -> Iterator[Difference]:
    if old is None:
        yield Difference("events", public_id, "added", "", "new", "")
    elif new is None:
        into = kept(public_id)
        yield Difference("events", public_id, "removed", "", "merged" if into else "withdrawn", into)
    else:
        own = [name for name in new if name != "reports" and new[name] != old.get(name)]
        listed = ids_of(old) != ids_of(new)
        if own or listed:
            fields = [*own, *(["reports"] if listed else [])]
            yield Difference("events", public_id, "changed", " ".join(fields), _why(own), "")


def _why(fields: list[str]) -> str:
    if not fields:
        return "reports"
    return "names" if set(fields) <= WORDING else "recoded"


def _of_reports(old: Row | None, new: Row | None, left: dict[Any, Row], came: dict[Any, Row]) -> Iterator[Difference]:
    """Reports that left one event may turn up under another: those wait until the end."""
    then, now = reports_of(old), reports_of(new)
    for key in sorted(then.keys() & now.keys()):
        if then[key] != now[key]:
            yield _changed(key, then[key], now[key])
    left |= {key: report for key, report in then.items() if key not in now}
    came |= {key: report for key, report in now.items() if key not in then}


def _changed(key: Any, before: Row, now: Row) -> Difference:
    fields = [name for name in now if now[name] != before.get(name)]
    return Difference("reports", str(key), "changed", " ".join(fields), _why_of_report(fields), "")


def _why_of_report(fields: list[str]) -> str:
    if "event" in fields:
        return "moved"
    if set(fields) <= OF_TEXT | WORDING:
        return "names" if set(fields) <= WORDING else "text"
    return "recoded"


def ids_of(event: Row) -> list[Any]:
    return [report["id"] for report in event["reports"]]


def reports_of(event: Row | None) -> dict[Any, Row]:
    return {report["id"]: report for report in event["reports"]} if event else {}
