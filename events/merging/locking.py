"""What a merge holds while it works: every row it touches, always in the same order, so that nobody waits in a circle.

The order is that of the verbs: articles, reports, events, then the rows that they name. Who adds a row that names one
of those merged takes a share of its key (`articles.models.guards.names_standing`) and so comes before or after.
"""

from collections.abc import Callable
from typing import Any

from django.db import connection, models, transaction

from articles.models import Article, NewsSource
from articles.verbs import Refused
from events.models import Actor, Event, Place, Report

Keys = dict[type[models.Model], set[int]]
ORDER: tuple[Any, ...] = (Article, Report, Event, Place, Actor, NewsSource)
TRIES = 20


def hold(find: Callable[[], Keys]) -> Keys:
    """Lock all rows that `find` names until the transaction ends; anew where more of them have come meanwhile."""
    for _ in range(TRIES):
        keys = find()
        with transaction.atomic():
            _lock(keys)
            now = find()
            if all(now[model] <= keys[model] for model in now):
                return keys
            transaction.set_rollback(True)  # gives the locks free again
    raise Refused("merge_holds_its_rows", "Others keep adding rows that name these two: try again in a moment.")


def keys_of(**rows: Any) -> Keys:
    """Sets of keys by table; each value is an iterable of keys."""
    tables: dict[str, Any] = {model._meta.model_name: model for model in ORDER}
    return {tables[name]: {key for key in keys if key is not None} for name, keys in rows.items()}


def _lock(keys: Keys) -> None:
    for model in ORDER:
        wanted = sorted(keys.get(model, ()))
        if wanted and model is Article:
            _share(wanted)
        elif wanted:
            list(model._base_manager.filter(pk__in=wanted).order_by("pk").select_for_update().values_list("pk"))


def _share(articles: list[int]) -> None:
    """Whoever moves marks shares their article, as the triggers on marks do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM articles_article WHERE id = ANY(%s) ORDER BY id FOR SHARE", [articles])
