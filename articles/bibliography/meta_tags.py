"""The tags in a page's head by which reference managers take an article; they say what its BibTeX says."""

from collections.abc import Iterator

from articles.bibliography.reference import Reference


def meta_tags(reference: Reference) -> list[tuple[str, str]]:
    """Name and content of each tag, in the naming of Highwire Press."""
    return list(_tags(reference))


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "citation_title", reference.headline
    if reference.author:
        yield "citation_author", reference.author
    yield "citation_journal_title", reference.digest
    yield "citation_volume", str(reference.volume)
    yield "citation_issue", str(reference.number)
    if len(reference.dates) == 1:
        yield "citation_publication_date", "/".join(f"{number:02}" for number in reference.dates[0])
    elif reference.dates:
        yield "citation_publication_date", str(reference.dates[0][0])
    if reference.publisher:
        yield "citation_publisher", reference.publisher
    yield "citation_language", reference.language
    yield "citation_public_url", reference.address
