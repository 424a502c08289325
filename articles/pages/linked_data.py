"""Pages as search engines and archives read them: JSON-LD in the words of schema.org."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from articles.bibliography import Reference

UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def linked_data(said: dict[str, Any]) -> SafeString:
    """The content of a script element of type application/ld+json: nothing in it can end the element."""
    kept = {name: value for name, value in said.items() if value}
    return mark_safe(json.dumps({"@context": "https://schema.org", **kept}, ensure_ascii=False).translate(UNSAFE))


def news_article(reference: Reference) -> dict[str, Any]:
    """An article in its issue, volume and digest."""
    digest = {"@type": "Periodical", "name": reference.digest, "publisher": reference.publisher or None}
    volume = {"@type": "PublicationVolume", "volumeNumber": str(reference.volume), "isPartOf": known(digest)}
    issue = {"@type": "PublicationIssue", "issueNumber": str(reference.number), "datePublished": day_of(reference)}
    return {
        "@type": "NewsArticle",
        "@id": reference.address,
        "url": reference.address,
        "headline": reference.headline,
        "author": {"@type": "Person", "name": reference.author} if reference.author else None,
        "datePublished": day_of(reference),
        "articleSection": reference.section,
        "inLanguage": reference.language,
        "license": reference.licence,
        "version": reference.text_version,
        "isAccessibleForFree": True,
        "isPartOf": known({**issue, "isPartOf": volume}),
    }


def day_of(reference: Reference) -> str:
    """The date as ISO 8601 writes one day, month or year; empty where it is none of these."""
    if len(reference.dates) != 1:
        return ""
    year, *others = reference.dates[0]
    return "-".join([f"{year:04}", *(f"{number:02}" for number in others)])


def known(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}
