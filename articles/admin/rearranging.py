"""Pages that put articles elsewhere: into another issue, in another order, in two, into one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest

from articles.admin.verb_pages import VerbPage, Why
from articles.models import Article, CrossReference, Issue
from articles.moving import CHANGE_ARTICLE, join_articles, move_article, reorder, split_article

SHOWN = 90  # characters of a paragraph or headline that are enough to know it by


class MoveForm(Why):
    """The issue in which the article was printed."""

    to_issue = forms.ModelChoiceField(
        Issue.objects.select_related("publication"),
        widget=AutocompleteSelect(CrossReference._meta.get_field("target_issue"), admin.site),
        label="Issue",
        help_text="Look it up by volume, number or date.",
    )
    position = forms.IntegerField(
        required=False, min_value=1, help_text="One that no article ever had in public; empty: behind all others."
    )
    field_order = ["to_issue", "position", "reason"]


class SplitForm(Why):
    """Where the second article begins, and its headline."""

    at = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect, label="The second article begins with")
    title_printed = forms.CharField(required=False, max_length=500, label="Its headline as printed")
    title = forms.CharField(
        required=False, max_length=500, label="Its headline for readers", help_text="Empty: as printed, or its opening."
    )
    field_order = ["at", "title_printed", "title", "reason"]

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = article.text
        self.fields["at"].choices = [(p.start, _short(text[p.start : p.end])) for p in article.paragraphs[1:]]


class JoinForm(Why):
    """The article whose text is put behind this one."""

    second = forms.ModelChoiceField(Article.objects.none(), label="The article that follows")
    field_order = ["second", "reason"]

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = article.issue.articles.standing().exclude(pk=article.pk).defer("text").in_print_order()
        self.fields["second"].queryset = others
        self.fields["second"].label_from_instance = _named


class OrderForm(forms.Form):
    """A number for each article of an issue: they are put in the order of their numbers."""

    reason = forms.CharField(required=False, label="Why", help_text="For colleagues.")

    def __init__(self, *args: Any, issue: Issue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.articles = list(issue.articles.standing().defer("text").in_print_order())
        places = {
            _place(article): forms.IntegerField(label=_named(article), initial=place, min_value=0)
            for place, article in enumerate(self.articles, 1)
        }
        self.fields = {**places, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Of two that are given one number, the one that stood first comes first."""
        cleaned = super().clean() or self.cleaned_data
        order = sorted(self.articles, key=lambda article: cleaned.get(_place(article), 0))
        return {**cleaned, "order": order}


MOVE = VerbPage(
    "Move to another issue",
    CHANGE_ARTICLE,
    lambda row, request, cleaned: move_article(row, by=request.user, **cleaned),
    "The article was moved.",
    MoveForm,
    "It takes a new position; where it was public, its old address leads to the new one. Dates that a rule read from "
    "its words are read again by the date of the new issue.",
    "Move it",
)
SPLIT = VerbPage(
    "Split in two",
    CHANGE_ARTICLE,
    lambda row, request, cleaned: split_article(row, by=request.user, **cleaned),
    "The article was split.",
    says="The second article is as public as this one and stands right behind it. "
    "Marks and reports go with their words.",
    button="Split it",
)
JOIN = VerbPage(
    "Join with another",
    CHANGE_ARTICLE,
    lambda row, request, cleaned: join_articles(row, by=request.user, **cleaned),
    "The two articles are one.",
    says="The text of the other article is put behind this one, with its marks and reports. The other is no article of "
    "its own any more: where it was public, its address leads here.",
    button="Join them",
)
REORDER = VerbPage(
    "Put the articles in order",
    CHANGE_ARTICLE,
    lambda row, request, cleaned: reorder(
        row, cleaned["order"], by=request.user, reason=cleaned["reason"], revision=cleaned["revision"]
    ),
    "The articles stand in the new order.",
    says="Positions and addresses stay. Which report is the newest follows the order.",
    button="Put them in this order",
)
OF_ARTICLE: dict[str, Callable[[Article], VerbPage]] = {
    "move": lambda article: MOVE,
    "split": lambda article: replace(SPLIT, form=partial(SplitForm, article=article)),
    "join": lambda article: replace(JOIN, form=partial(JoinForm, article=article)),
}
TITLES = {"move": MOVE.title, "split": SPLIT.title, "join": JOIN.title}


def reorder_page(issue: Issue) -> VerbPage:
    return replace(REORDER, form=partial(OrderForm, issue=issue))


def may_rearrange(request: HttpRequest) -> bool:
    return request.user.has_perm(CHANGE_ARTICLE)


def _place(article: Article) -> str:
    return f"place_{article.pk}"


def _named(article: Article) -> str:
    return f"{article.position}: {_short(article.title)} ({article.get_status_display().lower()})"


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
