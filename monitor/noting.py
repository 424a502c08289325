"""Brings the public changes into agreement with what is public, where something wrote past the triggers."""

from django.db import connection, transaction

from articles.models import ChangeOp, PublicChange, Touch
from monitor.api import RESOURCES


@transaction.atomic
def note_all() -> None:
    """Have every row judged that is public or noted as public: what differs is noted under one new public revision."""
    for kind, resource in RESOURCES.items():
        keys = list(resource.model.objects.public().values_list("pk", flat=True))
        noted = PublicChange.objects.filter(kind=kind).exclude(op=ChangeOp.GONE)
        if resource.model._meta.pk.name == "id":
            _touch(kind, ids=[*keys, *noted.values_list("row_id", flat=True)])
        else:
            _touch(kind, keys=[*set(keys) - set(noted.values_list("key", flat=True))])


def _touch(kind: str, ids: list[int] | None = None, keys: list[str] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT articles_touch(%s, %s, %s, %s)", [kind, Touch.MAYBE.value, ids, keys or []])
