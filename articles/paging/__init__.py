"""Keyset pages: `cursor` is the pure core, `ordering` says in which orders rows come, `page` reads one page.

Pages and API read them alike: `page_of(queryset, query, FilterSet)`, or `KeysetPagination` for DRF.
"""

from articles.paging.ordering import BY_ID, BY_NAME, ID, Ordering, SortKey, dated
from articles.paging.page import PARAMETERS, Page, cursor_at, page_of
from articles.paging.pagination import KeysetPagination

__all__ = [
    "BY_ID",
    "BY_NAME",
    "ID",
    "PARAMETERS",
    "KeysetPagination",
    "Ordering",
    "Page",
    "SortKey",
    "cursor_at",
    "dated",
    "page_of",
]
