"""The desk of those who keep the printed record."""

from articles.admin import (
    address,
    article,
    citation,
    cross_reference,
    import_problem,
    import_run,
    issue,
    publication,
    source,
    text_version,
)

__all__ = [
    "address",
    "article",
    "citation",
    "cross_reference",
    "import_problem",
    "import_run",
    "issue",
    "publication",
    "source",
    "text_version",
]
