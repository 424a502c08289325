"""An article as its page cites it, and the files that reference managers take."""

from collections.abc import Callable
from typing import NamedTuple

from articles import bibliography
from articles.bibliography import Reference
from articles.models import Article
from articles.quoting import heading_of


class CitationFile(NamedTuple):
    """A form of citation: how it is called, the type it is served as, what writes it."""

    label: str
    content_type: str
    write: Callable[[Reference], str]


FILES = {
    "bib": CitationFile("BibTeX", "application/x-bibtex; charset=utf-8", bibliography.bibtex),
    "ris": CitationFile("RIS", "application/x-research-info-systems; charset=utf-8", bibliography.ris),
    "csl.json": CitationFile("CSL-JSON", "application/vnd.citationstyles.csl+json", bibliography.csl_json),
}


def reference_of(article: Article, address: str) -> Reference:
    """What there is to cite of the article that stands at the absolute `address`."""
    issue = article.issue
    publication = issue.publication
    return Reference(
        slug=publication.slug,
        volume=issue.volume,
        number=issue.number,
        position=article.position,
        title=heading_of(article),
        digest=publication.title,
        date=issue.date,
        author=article.byline,
        section=article.section,
        publisher=publication.publisher,
        language=publication.language,
        licence=publication.licence,
        text_version=article.text_version,
        address=address,
    )


def in_words(reference: Reference) -> dict[str, str]:
    """The citation in two styles, to be pasted."""
    return {
        "As a note": bibliography.notes_style(reference),
        "Author and date": bibliography.author_date(reference),
    }


def plain_text(article: Article, reference: Reference, text: str) -> str:
    """The article as a text file: where it was printed, its headline, its words, how to cite it."""
    head = [f"{reference.digest}, volume {reference.volume}, number {reference.number}, item {reference.position}"]
    head += [reference.date_in_words] if reference.date else []
    title = [] if article.title_is_derived else [reference.title]
    byline = [f"By {reference.author}"] if reference.author else []
    parts = ["\n".join(head), "\n".join([*title, *byline]), text, bibliography.notes_style(reference)]
    return "\n\n".join(part for part in parts if part) + "\n"
