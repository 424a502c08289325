"""The filters of what was printed. Those of articles that speak of events are added in `events/filters.py`."""

from typing import Any

from django.db.models import Model, OuterRef, QuerySet

from articles.filters.parameter import After, Before, Choice, IdKey, Match, Named, Numbered, SlugKey
from articles.filters.strict import StrictFilterSet
from articles.filters.words import Words
from articles.models import (
    Article,
    Citation,
    CitedReport,
    CrossReference,
    DateBasis,
    Issue,
    NewsSource,
    Publication,
    QuotePolicy,
    SourceKind,
)
from articles.paging import BY_ID, BY_NAME, ID, Ordering, SortKey, dated

PUBLICATION = "Slug of a publication."
VOLUME = "Volume as printed."
NUMBER = "Number of the issue as printed."
SOURCE = "Slug of a source; a merged one means the one that was kept."
AFTER = "From the first day of this EDTF date on, such as 1999-05."
BEFORE = "Up to the last day of this EDTF date, such as 1999-05-28."
MATCH = "Whether the date may lie within `after` and `before` (possible) or must (certain). Undated rows match neither."
ARTICLE = "Id of an article."
ID_OF = "Only these: {}, as the API's addresses name them."
WORDS = (
    "Words of published articles: all of them, in any form, names by whatever spelling; OR between alternatives, "
    "-without, “in quotes” as they stand; after:1999 and before:1999-05 limit the date of the issue."
)


def after(path: str = "date", **where: Any) -> After:
    return After(path, help=AFTER, **where)


def before(path: str = "date", **where: Any) -> Before:
    return Before(path, help=BEFORE, **where)


def match() -> Match:
    return Match(help=MATCH)


def ids(model: type[Model], what: str = "ids") -> IdKey:
    return IdKey(model, "pk", help=ID_OF.format(what))


def slugs(model: type[Model]) -> SlugKey:
    return SlugKey(model, "pk", help=ID_OF.format("slugs"))


def publication(path: str, **where: Any) -> SlugKey:
    return SlugKey(Publication, path, help=PUBLICATION, **where)


def volume(path: str, **where: Any) -> Numbered:
    return Numbered(Issue, "volume", path, help=VOLUME, **where)


def number(path: str, **where: Any) -> Numbered:
    return Numbered(Issue, "number", path, help=NUMBER, **where)


def article(path: str = "article", **where: Any) -> IdKey:
    return IdKey(Article, path, help=ARTICLE, **where)


def words(article: str = "pk", issue: str = "issue", **where: Any) -> Words:
    return Words(article, f"{issue}__date", help=WORDS, **where)


class PublicationFilters(StrictFilterSet):
    resource = "publications"
    orderings = (Ordering("title", (SortKey("title", str), ID)), *BY_ID)
    facets = ("language", "quote_policy")

    id = slugs(Publication)
    language = Named(Publication, "language", "language", help="Language code of the texts, such as en.")
    publisher = Named(Publication, "publisher", "publisher", help="Who published it.")
    quote_policy = Choice(QuotePolicy, "quote_policy", help="What of the texts may be quoted.")


class IssueFilters(StrictFilterSet):
    resource = "issues"
    orderings = (
        *dated(),
        Ordering("number", (SortKey("publication_id", int), SortKey("volume", int), SortKey("number", int), ID)),
        *BY_ID,
    )
    facets = ("publication", "date_basis")

    id = ids(Issue)
    publication = publication("publication")
    volume = volume("volume")
    number = number("number")
    after, before, match = after(), before(), match()
    date_basis = Choice(DateBasis, "date_basis", help="How the issue's date is known.")


def sources_cited_by_article(_user: Any) -> QuerySet:
    return CitedReport.objects.filter(citation__article=OuterRef("pk")).exclude(citation__state="orphan")


class ArticleFilters(StrictFilterSet):
    """An article's date is its issue's."""

    resource = "articles"
    orderings = (*dated("issue__date"), *BY_ID)
    facets = ("publication", "section", "source")
    related = {"cited": sources_cited_by_article}

    id = ids(Article)
    publication = publication("issue__publication")
    volume = volume("issue__volume")
    number = number("issue__number")
    after, before, match = after("issue__date"), before("issue__date"), match()
    section = Named(Article, "section", "section", help="Section as printed.")
    source = SlugKey(NewsSource, "news_source", merged=True, within="cited", help=SOURCE)
    q = words()


class SourceFilters(StrictFilterSet):
    resource = "sources"
    orderings = (BY_NAME, *BY_ID)
    facets = ("kind", "country")

    id = slugs(NewsSource)
    kind = Choice(SourceKind, "kind", help="What kind of source it is.")
    country = Named(NewsSource, "country", "country", help="ISO 3166 code, such as JP.")


class CitationFilters(StrictFilterSet):
    """`source`, `after` and `before` hold in one cited report."""

    resource = "citations"
    orderings = BY_ID
    facets = ("publication", "source")
    related = {"cited": lambda _user: CitedReport.objects.filter(citation=OuterRef("pk"))}

    id = ids(Citation)
    article = article()
    publication = publication("article__issue__publication")
    volume = volume("article__issue__volume")
    number = number("article__issue__number")
    source = SlugKey(NewsSource, "news_source", merged=True, within="cited", help=SOURCE)
    after, before, match = after(within="cited"), before(within="cited"), match()


class CrossReferenceFilters(StrictFilterSet):
    resource = "cross-references"
    orderings = BY_ID
    facets = ("publication",)

    id = ids(CrossReference)
    article = article()
    publication = publication("article__issue__publication")
    volume = volume("article__issue__volume")
    number = number("article__issue__number")
    target_issue = IdKey(Issue, "target_issue", help="Id of the issue that is referred to.")
    target_article = IdKey(Article, "target_article", help="Id of the article that is referred to.")
