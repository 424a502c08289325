"""The shapes of time expressions, a table: each row a pattern and the reader of `time_readers` that knows its date.

A pattern knows one shape and matches it wherever it stands; `times` decides between those that overlap and puts
"by", "since", "until" and "before" in front. Where a pattern needs a word beside the expression, the group `span`
holds the expression alone.
"""

import re
from typing import NamedTuple

from articles.dates import MONTHS
from events.suggestions.time_readers import (
    WEEKDAYS,
    Reader,
    ago,
    day_before_yesterday,
    day_near,
    decade,
    earlier_later,
    end_of,
    first_months,
    month_alone,
    month_year,
    named_month,
    near,
    no_value,
    ordinal_day,
    part_of_month,
    part_of_near_year,
    part_of_year,
    quarter,
    recent,
    recently,
    same_day,
    season,
    week_of_month,
    weekday,
    weekend,
    year,
)

_MONTH = "|".join(MONTHS)
_MONTH_SURE = _MONTH.replace("|May", "")  # "May" alone may be a verb
_DAY = "|".join(WEEKDAYS)
_YEAR = r"(?:1[89]\d\d|20[0-4]\d)(?![\w%]|[.,]\d|-\d)"
_SEASON = "spring|summer|autumn|fall|winter"
_COUNT = "a few|several|a couple of|an|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}"
_UNITS_AFTER = (
    r"(?!\s(?:people|troops|soldiers|men|tons|tonnes|kilometers|meters|rubles|dollars|workers|miners|barrels|votes"
    r"|megawatts|percent|hectares|delegates|refugees|families|houses|servicemen|fighters|cases|square|cubic|million)\b)"
)


class TimeForm(NamedTuple):
    """One shape of words and what it means."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def _form(name: str, pattern: str, read: Reader) -> TimeForm:
    return TimeForm(name, re.compile(pattern), read)


_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:[\s-](?:in\s)?)"
_WHICH = r"(?:(?P<which>[Tt]his past|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming)\s)"
_OF_WHAT = (
    rf"(?:(?P<month>{_MONTH})(?:,?\s(?P<month_year>{_YEAR}))?(?!\s\d)|(?:the\syear\s)?(?P<year>{_YEAR})"
    rf"|(?:the|(?P<which>this|last|next))\s(?P<unit>year|month|week)\b)"
)

FORMS = (
    _form("year", r"(?<!\w)(?P<decade>1[89]\d0|20[0-4]0)s\b", decade),
    _form("year", rf"\byear\s(?P<year>{_YEAR})", year),
    _form(
        "year",
        rf"(?:\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Ff]rom|to|and|or|for|[Dd]uring|through)"
        rf"|\d,|\d–|\d\d\d-)\s?(?P<span>(?P<year>{_YEAR})){_UNITS_AFTER}",
        year,
    ),
    _form(
        "year",
        rf"(?:[’']s|\b(?:the|its|his|their|a|this))\s(?P<span>(?P<year>{_YEAR}))(?=\s[a-z]){_UNITS_AFTER}",
        year,
    ),
    _form("month", rf"\b(?P<month>{_MONTH}),?\s(?:of\s)?(?P<year>{_YEAR})", month_year),
    _form("month", rf"\b(?P<which>that)\s(?P<span>(?P<month>{_MONTH}))\b(?!\.?\s?\d)", named_month),
    _form("month", rf"\b(?P<month>{_MONTH_SURE})\b(?!\.?\s?\d)", month_alone),
    _form(
        "month",
        r"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Ff]rom|[Dd]uring|the)\s"
        r"(?P<span>(?P<month>May))\b(?!\.?\s?\d)",
        month_alone,
    ),
    _form("month", rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s(?P<month>{_MONTH})\b(?!\.?\s?\d)", named_month),
    _form("part of a month", rf"\b{_PART}(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))?(?!\s?\d)", part_of_month),
    _form("part of a year", rf"\b{_PART}(?P<year>{_YEAR})", part_of_year),
    _form("part of a year", rf"\b{_PART}(?P<which>this|last|next)\s(?P<unit>year|month)\b", part_of_near_year),
    _form("end", rf"\b(?P<edge>beginning|start|middle|end)\sof\s{_OF_WHAT}", end_of),
    _form("rest", r"\b(?P<side>[Ll]ater|[Ee]arlier)\s(?:this|in\sthe)\s(?P<unit>week|month|year)\b", earlier_later),
    _form(
        "quarter",
        rf"\b(?P<order>first|second|third|fourth|last)\s(?P<unit>quarter|half)"
        rf"(?:\sof\s(?:(?P<year>{_YEAR})|(?:the|(?P<which>this|last|next))\syear)|(?<=quarter)(?!\s(?:of|century)))",
        quarter,
    ),
    _form(
        "months",
        rf"\bfirst\s(?P<count>{_COUNT})\smonths\sof\s(?:(?P<year>{_YEAR})|(?:the|(?P<which>this|last|next))\syear)",
        first_months,
    ),
    _form("season", rf"\b(?P<which>)(?P<season>{_SEASON})(?:\sof)?\s(?P<year>{_YEAR})", season),
    _form("season", rf"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<season>{_SEASON})(?P<year>)\b", season),
    _form(
        "season",
        r"\b(?:the|in|by|before|until|since|during|after)\s(?P<which>)(?P<span>(?P<season>spring|summer|autumn|winter))"
        r"(?P<year>)\b(?!\s(?:of\s\d|[a-z]+(?:ion|er|ess|ce|s)\b))",
        season,
    ),
    _form("near", rf"\b{_WHICH}(?P<unit>week|month|year)\b", near),
    _form("weekend", rf"\b{_WHICH}weekend\b", weekend),
    _form("weekend", r"\b(?P<which>)(?:the|over\sthe|that)\s(?P<span>weekend)\b", weekend),
    _form("weekday", rf"\b{_WHICH.replace(' past', '')}?(?P<weekday>{_DAY})\b", weekday),
    _form("day", r"\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast (?:night|evening))\b", day_near),
    _form("day", r"\b[Tt]his (?:morning|afternoon|evening)\b", day_near),
    _form("day", r"\bday (?P<side>before|after) (?:yesterday|tomorrow)\b", day_before_yesterday),
    _form("same day", r"\b(?P<which>same)\s(?:day|evening|morning|night|afternoon)\b", same_day),
    _form("same day", r"\b(?P<which>[Nn]ext|following|previous)\s(?:day|evening|morning|afternoon)\b", same_day),
    _form(
        "ago",
        rf"\b(?P<count>{_COUNT[len('a few|several|a couple of|an|a|') :]})\s(?P<unit>day|week|month|year)s\sago\b",
        ago,
    ),
    _form("ago", r"\b[Aa]\s(?P<count>)(?P<span>(?P<unit>day|week|month|year)\sago)\b", ago),
    _form(
        "part of a month",
        rf"\b(?P<order>first|second|third|last)\s(?P<unit>week|half|days)\sof\s(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))?",
        week_of_month,
    ),
    _form("vague", rf"\b(?:{_SEASON})\s(?:recess|break|holidays?|session)\b", no_value),
    _form("recent", r"\b[Ii]n\srecent\s(?P<unit>days|weeks|months|years)\b", recent),
    _form("recent", r"\b[Rr]ecently\b", recently),
    _form(
        "vague",
        rf"\b[Ii]n\sthe\s(?:coming|past|last|next)(?:\s(?:few|{_COUNT}))?\s(?:days|weeks|months|years)\b",
        no_value,
    ),
    _form("vague", r"\b(?:future|later|unspecified)\sdate\b", no_value),
    _form("ordinal", r"\bthe\s(?P<span>(?P<day>[12]?\d|3[01])(?:st|nd|rd|th))(?=\s?[,.;()]|\sand\b)", ordinal_day),
)
