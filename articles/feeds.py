"""Atom feeds (RFC 4287): what came last to a list, with the filters of its page and its API."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, ClassVar, NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from articles.filters import StrictFilterSet, filtered
from articles.pages.strict_page import StrictPage

MOST = 50
BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)  # of an empty feed, which must have a time that does not move


class Entry(NamedTuple):
    """One row of a list as a feed shows it; times are those at which the public could first read it as it is."""

    href: str
    title: str
    summary: str
    author: str
    published: datetime
    updated: datetime


class Feed(StrictPage):
    """The rows of a list that became public last."""

    filterset: ClassVar[type[StrictFilterSet]]
    title: ClassVar[str]
    list_name: ClassVar[str]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.parameters = tuple(self.filterset.base_filters)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = filtered(request.GET, self.public_rows(), self.filterset)
        entries = [self.entry(row) for row in self.newest(rows)[:MOST]]
        return HttpResponse(self.written(entries), content_type="application/atom+xml; charset=utf-8")

    def public_rows(self) -> QuerySet:
        raise NotImplementedError

    def newest(self, rows: QuerySet) -> QuerySet:
        """The rows, those that became public last before all others."""
        raise NotImplementedError

    def entry(self, row: Any) -> Entry:
        raise NotImplementedError

    def written(self, entries: Iterable[Entry]) -> bytes:
        feed = AtomFeed(
            title=self.title,
            link=self.absolute(f"{reverse(self.list_name)}{self.same_query()}"),
            description="",
            language="en",
            feed_url=self.absolute(self.request.get_full_path()),
            author_name="Monitor",
        )
        for entry in entries:
            address = self.absolute(entry.href)
            feed.add_item(
                title=entry.title,
                link=address,
                description=entry.summary or None,
                unique_id=address,
                author_name=entry.author or None,
                pubdate=entry.published,
                updateddate=entry.updated,
            )
        return feed.writeString("utf-8").encode()

    def absolute(self, path: str) -> str:
        return self.request.build_absolute_uri(path)

    def same_query(self) -> str:
        return f"?{query}" if (query := self.request.GET.urlencode()) else ""


class AtomFeed(Atom1Feed):
    """Changed when its newest entry was; an empty one never."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=BEFORE_ALL)
