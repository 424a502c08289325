"""Promise 4, over time: what the public sees is on record as public, what it sees no more is on record as gone."""

from typing import Any

from django.db import connection

from monitor.api import RESOURCES
from monitor.verifying.check import SHOWN, Breach, Check, Finding

KEYS = {  # by the name of the look-up, how the row's key is written; else by the column of that name
    "id": "t.id::text",
    "public_id": "'E' || lpad(t.id::text, greatest(6, length(t.id::text)), '0')",
}


def checks() -> list[Check]:
    return [_of(kind, resource) for kind, resource in RESOURCES.items()]


def _of(kind: str, resource: Any) -> Check:
    return Check(
        f"{kind.replace('-', '_')}_are_noted_as_public",
        f"Of {kind}, those that the site shows stand in the public changes, and no others.",
        "Something wrote with the triggers off. Run manage.py note_public, which notes what is missing under a new "
        "public revision; then find out what wrote.",
        lambda: _compare(kind, resource),
    )


def _compare(kind: str, resource: Any) -> Finding:
    model, lookup = resource.model, resource.lookup_field
    shown, parameters = model._default_manager.public().order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH shown (key) AS (
                SELECT {KEYS.get(lookup, f"t.{lookup}")} FROM {model._meta.db_table} t
                WHERE t.{model._meta.pk.column} IN ({shown})
            ), noted (key) AS (
                SELECT key FROM (
                    SELECT DISTINCT ON (key) key, op FROM articles_publicchange WHERE kind = %s ORDER BY key, id DESC
                ) last WHERE op <> 'gone'
            ), wrong AS (
                SELECT key, 'is public and is not noted as public' AS what
                FROM (TABLE shown EXCEPT TABLE noted) missing
                UNION ALL SELECT key, 'is noted as public and is not' FROM (TABLE noted EXCEPT TABLE shown) left_over
            )
            SELECT (SELECT count(*) FROM shown), (SELECT count(*) FROM wrong), key, what
            FROM (SELECT 1) one LEFT JOIN (SELECT * FROM wrong ORDER BY what DESC, key LIMIT {SHOWN}) first ON true
            """,
            [*parameters, kind],
        )
        found = cursor.fetchall()
    breaches = (Breach(f"{kind} {key}", what) for _, _, key, what in found if what)
    return Finding(found[0][0], found[0][1], tuple(breaches))
