"""The codebook and the closed lists, as the workbench offers them."""

from collections import defaultdict
from typing import Any

from django.db import models

from articles.models import PublicReason
from events import codebook
from events.models import (
    ActorKind,
    AttributionScope,
    Context,
    EventType,
    EvidenceKind,
    GeoPrecision,
    Mode,
    PlaceKind,
    ReportStatus,
    Role,
)

LISTS: dict[str, type[models.TextChoices]] = {
    "statuses": ReportStatus,
    "roles": Role,
    "evidence_kinds": EvidenceKind,
    "scopes": AttributionScope,
    "precisions": GeoPrecision,
    "actor_kinds": ActorKind,
    "place_kinds": PlaceKind,
    "public_reasons": PublicReason,
}


def codebook_document() -> dict[str, Any]:
    """Types with their legal roles and modes, contexts, and every closed list; retired codes say so."""
    return {
        "version": codebook.current().version,
        "types": _types(),
        "contexts": [_code(one) for one in Context.objects.order_by("position", "code")],
        **{name: [{"code": code, "label": label} for code, label in kind.choices] for name, kind in LISTS.items()},
    }


def _types() -> list[dict[str, Any]]:
    modes: dict[str, list[Mode]] = defaultdict(list)
    for mode in Mode.objects.order_by("position", "key"):
        modes[mode.type_id].append(mode)
    return [_type(kind, modes[kind.code]) for kind in EventType.objects.order_by("position", "code")]


def _type(kind: EventType, modes: list[Mode]) -> dict[str, Any]:
    plain = ("quad", "examples", "roles", "needs_recipient")
    return {
        **_code(kind),
        **{name: getattr(kind, name) for name in plain},
        "modes": [_code(mode) for mode in modes],
    }


def _code(row: Any) -> dict[str, Any]:
    return {
        "code": row.code,
        "label": row.label,
        "definition": row.definition,
        "retired": bool(row.retired_in),
    }
