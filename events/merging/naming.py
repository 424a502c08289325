"""The names of a merged row are variants of the kept one, as long as the merge stands."""

from typing import Any

from django.apps import apps

from events.merging.ledger import Ledger, Step


def lend_names(kept: Any, merged: Any, ledger: Ledger) -> None:
    """Call the kept actor or place by every name of the merged one, too."""
    variants = kept.names.model
    owner = kept._meta.model_name
    known = set(kept.names.values_list("name", flat=True))
    lent = [variants(**{owner: kept}, name=row.name, used=row.used) for row in merged.names.all()]
    if merged.name not in {row.name for row in lent}:
        lent.append(variants(**{owner: kept}, name=merged.name))
    ledger.lend(row for row in lent if row.name not in known)


def take_name_back(step: Step) -> None:
    """Call the kept row by this name no longer, unless another row that was merged into it has the name."""
    row = apps.get_model(step["table"])._base_manager.filter(pk=step["row"]).first()
    if row is None:
        return
    owner = getattr(row, _owner(row))
    others = type(row)._base_manager.filter(**{f"{_owner(row)}__merged_into": owner}, name=row.name)
    if not others.exists() and row.name != owner.name:
        row.delete()


def _owner(row: Any) -> str:
    return next(field.name for field in row._meta.fields if field.name in ("actor", "place"))
