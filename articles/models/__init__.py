from articles.models.article import Article, TextVersion
from articles.models.article_status import ArticleStatus, of_public
from articles.models.cross_reference import CrossReference
from articles.models.import_run import (
    ImportFile,
    ImportPiece,
    ImportProblem,
    ImportRun,
    ProblemState,
    RunIsBusy,
    RunState,
)
from articles.models.issue import DateBasis, Issue
from articles.models.old_address import OldAddress
from articles.models.public_change import (
    ChangeOp,
    PublicChange,
    PublicCounter,
    PublicRevision,
    PublicTouch,
    Touch,
)
from articles.models.public_reason import PublicReason
from articles.models.publication import Publication, QuotePolicy
from articles.models.row import Revisioned, Row, StaleRevision
from articles.models.search import Facet, SearchDue, SearchRow, SearchTerm, SearchVariant, SearchWord
from articles.models.source import Citation, CitedReport, DateOrigin, NewsSource, SourceKind
from articles.models.source_url import SourceUrl
from articles.models.span import Span, SpanState

__all__ = [
    "Article",
    "ArticleStatus",
    "ChangeOp",
    "Citation",
    "CitedReport",
    "CrossReference",
    "DateBasis",
    "DateOrigin",
    "Facet",
    "ImportFile",
    "ImportPiece",
    "ImportProblem",
    "ImportRun",
    "Issue",
    "NewsSource",
    "OldAddress",
    "ProblemState",
    "PublicChange",
    "PublicCounter",
    "PublicReason",
    "PublicRevision",
    "PublicTouch",
    "Publication",
    "QuotePolicy",
    "Revisioned",
    "Row",
    "RunIsBusy",
    "RunState",
    "SearchDue",
    "SearchRow",
    "SearchTerm",
    "SearchVariant",
    "SearchWord",
    "SourceKind",
    "SourceUrl",
    "Span",
    "SpanState",
    "StaleRevision",
    "TextVersion",
    "Touch",
    "of_public",
]
