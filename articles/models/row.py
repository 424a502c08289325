"""What all content rows share: timestamps, and a revision that rises with every write."""

from typing import Any, Self

import pgtrigger
from django.db import models

from articles.models.date_fields import BoundField


class StaleRevision(Exception):
    """Somebody changed the row since it was read; `current` is how it stands now."""

    def __init__(self, current: models.Model, expected: int) -> None:
        self.current, self.expected = current, expected
        super().__init__(
            f"{current._meta.verbose_name} {current} is at revision {current.revision}, not {expected}: "
            "somebody changed it meanwhile. Read it again and repeat the change."
        )


class Row(models.Model):
    """When the row was made and last written."""

    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *, update_fields: Any = None, **kwargs: Any) -> None:
        if update_fields is not None:
            update_fields = self._companions(set(update_fields))
        super().save(update_fields=update_fields, **kwargs)

    def _companions(self, names: set[str]) -> set[str]:
        bounds = {f.name for f in self._meta.fields if isinstance(f, BoundField) and f.of in names}
        return names | bounds | {"updated_at"} if names else names


class Revisioned(Row):
    """A row that forms and programs write: `revision` rises by one with every write, whoever writes."""

    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Trigger(
                name="revision_rises",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="NEW.revision := OLD.revision + 1; RETURN NEW;",
            )
        ]

    def save(self, **kwargs: Any) -> None:
        written_before = not self._state.adding
        super().save(**kwargs)
        if written_before:
            self.revision += 1  # as the trigger did

    @classmethod
    def locked(cls, pk: Any, *, revision: int | None = None) -> Self:
        """The row, locked until the transaction ends; refused where `revision` is no longer the current one."""
        row = cls._base_manager.select_for_update(of=("self",)).get(pk=pk)
        if revision is not None and row.revision != revision:
            raise StaleRevision(row, revision)
        return row
