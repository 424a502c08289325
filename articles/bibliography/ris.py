"""RIS, which EndNote, Zotero and Mendeley read: a two-letter tag, two blanks, a hyphen, a blank, the value."""

from collections.abc import Iterator

from articles.bibliography.reference import DateParts, Reference


def ris(reference: Reference) -> str:
    """One record of type NEWS (an item of a newspaper)."""
    lines = [("TY", "NEWS"), *_fields(reference), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    if reference.author:
        yield "AU", reference.author
    yield "TI", reference.headline
    yield "T2", reference.digest
    yield "VL", str(reference.volume)
    yield "IS", str(reference.number)
    if reference.dates:
        yield "PY", str(reference.dates[0][0])
        yield "DA", dated(reference.dates[0], reference.date_in_words)
    if reference.section:
        yield "SE", reference.section
    if reference.publisher:
        yield "PB", reference.publisher
    yield "N1", reference.note
    yield "LA", reference.language
    yield "UR", reference.address


def dated(parts: DateParts, words: str) -> str:
    """YYYY/MM/DD and the date in words, each part empty where it is not known."""
    numbers = [f"{parts[0]:04}", *(f"{number:02}" for number in parts[1:]), "", ""][:3]
    return "/".join([*numbers, words])
