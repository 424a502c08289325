from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Model

from articles.history import because
from events import codebook
from events.models import Context, EventType, Mode


class Command(BaseCommand):
    help = "Brings the codebook's tables to the version of the files: adds and updates codes, retires missing ones."

    def handle(self, **options: Any) -> None:
        book = codebook.current()
        with transaction.atomic(), because(by=None, reason=f"codebook {book.version}"):
            changed = sum(load(model, rows, book.version) for model, rows in tables(book))
        self.stdout.write(f"codebook {book.version}: {changed} codes changed")


def tables(book: codebook.Codebook) -> list[tuple[type[Model], list[Model]]]:
    """The rows that the codebook asks for, in the order in which they depend on each other."""
    types = [EventType(**row) for row in book.types]
    modes = [
        Mode(
            key=f"{row['type']}.{row['code']}",
            type_id=row["type"],
            code=row["code"],
            label=row["label"],
            definition=row["definition"],
            example=row["example"],
        )
        for row in book.modes
    ]
    return [(EventType, types), (Mode, modes), (Context, [Context(**row) for row in book.contexts])]


def load(model: type[Model], rows: Iterable[Model], version: str) -> int:
    """Write the rows that are new or differ and retire those no longer listed; how many that were."""
    stored = {row.pk: row for row in model.objects.all()}
    changed = 0
    for position, row in enumerate(rows, start=1):
        row.position, row.codebook_version = position, version
        old = stored.pop(row.pk, None)
        if old is None or _content(old) != _content(row):
            row.save()
            changed += 1
    for row in stored.values():
        if not row.retired_in:
            row.retired_in = version
            row.save()
            changed += 1
    return changed


def _content(row: Model) -> dict[str, Any]:
    """Everything but the version, which says when a code last changed."""
    return {f.attname: getattr(row, f.attname) for f in row._meta.fields if f.name != "codebook_version"}
