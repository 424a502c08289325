"""BibTeX, as biber and the old program both read it."""

from collections.abc import Iterator

from articles.bibliography.reference import Reference

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "\n": " ",
    }
)


def bibtex(reference: Reference) -> str:
    """One `@article`; a date that is no single day, month or year stands in words in the note."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@article{{{reference.key},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.author:
        yield "author", f"{{{_kept(reference.author)}}}"
    yield "title", f"{{{_kept(reference.headline)}}}"
    yield "journal", _kept(reference.digest)
    yield "volume", _kept(str(reference.volume))
    yield "number", _kept(str(reference.number))
    yield from _dated(reference)
    if reference.publisher:
        yield "publisher", _kept(reference.publisher)
    yield "note", _kept(_note(reference))
    yield "language", _kept(reference.language)
    yield "url", f"{{{reference.address}}}"


def _dated(reference: Reference) -> Iterator[tuple[str, str]]:
    if not reference.dates:
        return
    first = reference.dates[0]
    yield "year", _kept(str(first[0]))
    if len(first) > 1 and len(reference.dates) == 1:
        yield "month", MONTHS[first[1] - 1]
    if len(first) > 2 and len(reference.dates) == 1:
        yield "day", _kept(str(first[2]))


def _note(reference: Reference) -> str:
    says_all = len(reference.dates) == 1 and not reference.is_doubtful
    dated = "" if says_all or not reference.date else f". Dated {reference.date_in_words}"
    return f"{reference.note}{dated}"


def _kept(text: str) -> str:
    """In braces, so that nothing in it means anything to TeX."""
    return f"{{{text.translate(ESCAPES)}}}"
