"""The filter language: what a query string means on a page, in a feed, in the API and in an export.

`filtered(query, queryset, FilterSet, user=…)` narrows any query set; what it cannot answer it refuses by name.
"""

from articles.filters.backend import StrictFilterBackend
from articles.filters.printed import (
    ArticleFilters,
    CitationFilters,
    CrossReferenceFilters,
    IssueFilters,
    PublicationFilters,
    SourceFilters,
)
from articles.filters.strict import StrictFilterSet, filtered
from articles.parameters import ParameterError, ParametersRefused

__all__ = [
    "ArticleFilters",
    "CitationFilters",
    "CrossReferenceFilters",
    "IssueFilters",
    "ParameterError",
    "ParametersRefused",
    "PublicationFilters",
    "SourceFilters",
    "StrictFilterBackend",
    "StrictFilterSet",
    "filtered",
]
