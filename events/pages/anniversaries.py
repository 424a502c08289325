"""What the record and the digests have of one day of the year, in any year."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet

from articles.dates import MONTHS
from articles.pages.calendars import printed_on
from events.models import Event
from events.pages.event_list import row_of, with_what_rows_show

MOST = 50
LEAP_YEAR = 2000  # so that 29 February is a day


def day_in_words(month: int, day: int) -> str:
    return f"{day} {MONTHS[month - 1]}"


def is_day(month: int, day: int) -> bool:
    try:
        date(LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def of_day(month: int, day: int) -> dict[str, Any]:
    """What the page of that day shows."""
    this = date(LEAP_YEAR, month, day)
    articles = list(printed_on(month, day)[: MOST + 1])
    events = list(happened_on(month, day)[: MOST + 1])
    return {
        "words": day_in_words(month, day),
        "articles": articles[:MOST],
        "more_articles": len(articles) > MOST,
        "events": [row_of(event) for event in events[:MOST]],
        "more_events": len(events) > MOST,
        "before": address_of(this - timedelta(days=1)),
        "after": address_of(this + timedelta(days=1)),
    }


def happened_on(month: int, day: int) -> QuerySet[Event]:
    """Public events of exactly this day, the newest first."""
    on_day = Event.objects.shown().filter(date_lower=F("date_upper"), date_lower__month=month, date_lower__day=day)
    found = Event.objects.public().filter(pk__in=on_day.order_by().values("pk"))
    return with_what_rows_show(found).order_by("-date_lower", "-id")


def address_of(day: date) -> tuple[str, str]:
    return f"{day.month:02}", f"{day.day:02}"
