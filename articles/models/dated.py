"""Dates that are read from an article's words and hang on the date of its issue."""

from typing import Any, Self

from django.db import models

from articles.citations import edtf_of_words
from articles.models.issue import Issue


class DatedByWords(models.Model):
    """A row with a date read from words; `DATE` names its field, beside it stand `_words`, `_origin` and `_to_check`.

    When the date of the issue changes, what a rule read is read again, and what a person typed is marked to check.
    """

    DATE = "date"
    DATED_IN = "article__issue"  # the way from the row to the issue

    class Meta:
        abstract = True

    @classmethod
    def redated(cls, issue: Issue, *, article: Any = None, write: bool) -> int:
        """Go along with the new date of `issue`, or of the one `article` that has come to it.

        The number of rows that change; a preview writes nothing.
        """
        read_in = {cls.DATED_IN: issue} if article is None else {cls.DATED_IN.removesuffix("__issue"): article}
        dated = cls._base_manager.exclude(**{cls._words(): "", cls.DATE: ""}).filter(**read_in)
        changed = [row for row in dated.select_for_update(of=("self",)) if row._read_again(issue)]
        if write:
            for row in changed:
                row.save(update_fields=[cls.DATE, f"{cls.DATE}_to_check"])
        return len(changed)

    @classmethod
    def _words(cls) -> str:
        return f"{cls.DATE}_words"

    def _read_again(self: Self, issue: Issue) -> bool:
        """Take what the words mean in the issue as it is dated now; whether that changes the row."""
        before = self._dated()
        meant = edtf_of_words(getattr(self, self._words()), issue.date)
        if getattr(self, f"{self.DATE}_origin") == "rule" and meant:
            setattr(self, self.DATE, meant)
        else:
            setattr(self, f"{self.DATE}_to_check", True)
        return before != self._dated()

    def _dated(self) -> tuple[Any, ...]:
        return getattr(self, self.DATE), getattr(self, f"{self.DATE}_to_check")
