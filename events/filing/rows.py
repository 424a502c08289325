"""The rows that documents name: looked up once a table, however many documents name them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from articles.models import Article
from events.documents import DocumentRefused
from events.models import Actor, Context, Event, EventType, Mode, Place, number_of

KEYS: dict[type[Model], str] = {
    Actor: "slug",
    Place: "slug",
    EventType: "code",
    Mode: "key",
    Context: "code",
    Article: "pk",
}


class Rows:
    """What the user may see of the rows that documents name, each by its key."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self._found: dict[type[Model], dict[Any, Any]] = {model: {} for model in KEYS}

    def want(self, model: type[Model], keys: Iterable[Any]) -> None:
        """Look these rows up in one statement; those looked up before are not asked for again."""
        found = self._found[model]
        missing = {key for key in keys if key is not None and key not in found}
        if missing:
            found |= dict.fromkeys(missing)
            rows = self._rows(model).filter(**{f"{KEYS[model]}__in": missing})
            found |= {getattr(row, KEYS[model]): row for row in rows}

    def know(self, row: Model) -> None:
        """Do not ask for this row, which is at hand."""
        self._found[type(row)][getattr(row, KEYS[type(row)])] = row

    def named(self, model: Any, key: Any, at: str) -> Any:
        """The row of that key. Raises DocumentRefused at `at` where there is none, or it was merged away."""
        self.want(model, [key])
        row = self._found[model][key]
        if row is None:
            raise DocumentRefused.at(at, f"There is no {model._meta.verbose_name} “{str(key)[:60]}”.")
        if getattr(row, "merged_into_id", None):
            raise DocumentRefused.at(at, f"“{row}” was merged into {row.merged_into.slug}: name that one.")
        return row

    def event(self, public_id: str, at: str) -> Event:
        """The event of that public id."""
        event = Event.objects.visible_to(self.user).filter(pk=number_of(public_id) or 0).first()
        if event is None:
            raise DocumentRefused.at(at, f"There is no event “{public_id[:60]}”: name one such as E000123.")
        return event

    def _rows(self, model: type[Model]) -> QuerySet[Any]:
        rows = model._default_manager.visible_to(self.user)
        return rows.select_related("merged_into") if hasattr(model, "merged_into") else rows
