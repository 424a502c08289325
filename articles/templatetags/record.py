"""How pages print the record: dates and years as people say them."""

import re
from typing import Any

from django import template
from django.utils.html import format_html

from articles.dates import Edtf
from articles.models import Article
from articles.pages import contents, leads
from articles.quoting import heading_of

register = template.Library()

MACHINE_READABLE = re.compile(r"\d{4}(-\d\d){0,2}")  # what HTML's time element understands of EDTF


@register.simple_tag
def when(date: str) -> str:
    """An EDTF date in words, as a time element where a machine can read it; empty for none."""
    words = Edtf.parse(date).in_words() if date else ""
    if MACHINE_READABLE.fullmatch(date):
        return format_html('<time datetime="{}">{}</time>', date, words)
    return words


@register.simple_tag
def years(first_day: Any, last_day: Any) -> str:
    """The years that two days span; empty where neither is known."""
    return contents.years(first_day, last_day)


@register.simple_tag
def heading(item: Article) -> str:
    """What an article is called away from its page: a working title only where the quote policy lets words leave."""
    return heading_of(item)


register.simple_tag(leads.lead_of)
