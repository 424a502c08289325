"""CSL-JSON, the form that citeproc programs read."""

import json
from typing import Any

from articles.bibliography.reference import Reference


def csl_json(reference: Reference) -> str:
    """A list of one item, as CSL-JSON files are."""
    return json.dumps([item(reference)], ensure_ascii=False, indent=2) + "\n"


def item(reference: Reference) -> dict[str, Any]:
    said = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.headline,
        "container-title": reference.digest,
        "volume": str(reference.volume),
        "issue": str(reference.number),
        "author": [{"literal": reference.author}] if reference.author else None,
        "issued": _issued(reference),
        "section": reference.section,
        "publisher": reference.publisher,
        "language": reference.language,
        "note": reference.note,
        "URL": reference.address,
    }
    return {name: value for name, value in said.items() if value}


def _issued(reference: Reference) -> dict[str, Any] | None:
    if not reference.dates:
        return {"literal": reference.date_in_words} if reference.date else None
    issued: dict[str, Any] = {"date-parts": [list(parts) for parts in reference.dates]}
    return {**issued, "circa": True} if reference.is_doubtful else issued
