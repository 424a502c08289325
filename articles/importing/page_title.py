"""What a page's `<title>` says of a masthead, as `Quiet days | Monitor, Vol. 5, No. 107`.

A site's name, an article's title and a masthead stand there in any order. A part is taken for the masthead only as it
stands between two marks; which of the other parts would name the publication is never guessed.
"""

import re
from dataclasses import dataclass, replace

from articles.importing.header import HeaderLine, read_header_line, same_name

_MARKS = re.compile(r"\s*(?:\||::|»|\u203a|•)\s*|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The masthead in a `<title>`, None where there is none; and the words before it."""

    header: HeaderLine | None
    before: str = ""


def read_title(title: str, headings: list[str]) -> PageTitle:
    """The title as a masthead; `headings` are the page's own, none of which names a publication."""
    parts = _MARKS.split(title)
    found = [(index, header) for index, part in enumerate(parts) if (header := read_header_line(part)) is not None]
    whole = read_header_line(title) if len(parts) <= 2 and not any(header.publication for _, header in found) else None
    if whole is not None and not _is_heading(whole.publication, headings):
        return PageTitle(whole)
    if not found:
        return PageTitle(None)
    first = found[0][0]
    return PageTitle(_merged([header for _, header in found]), " - ".join(parts[:first]))


def _is_heading(name: str | None, headings: list[str]) -> bool:
    return name is not None and any(same_name(name, heading) for heading in headings)


def _merged(headers: list[HeaderLine]) -> HeaderLine:
    """`Volume 5 | Issue 107` is one masthead; of a fact that stands there twice the first counts."""
    merged = headers[0]
    for other in headers[1:]:
        merged = replace(
            merged,
            printed=f"{merged.printed} / {other.printed}",
            publication=merged.publication or other.publication,
            volume=merged.volume or other.volume,
            issue=merged.issue or other.issue,
            dates=(*merged.dates, *other.dates),
        )
    return merged
