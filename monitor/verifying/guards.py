"""The database's own guards: every trigger installed, as declared and enabled; every constraint there and validated."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pgtrigger
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunSQL

from monitor.verifying.check import Breach, Check, by_query, by_reading

OWN_APPS = ("articles", "events")
MIGRATE = (
    "Run manage.py migrate; if it has nothing to do, restore the schema from a backup or by hand, then verify again."
)
ENABLE = (
    "Enable it again (manage.py pgtrigger enable, or ALTER TABLE … ENABLE TRIGGER …), then verify all: "
    "rows may have slipped by."
)
ADDED = re.compile(r"ALTER TABLE (?:ONLY )?\"?(\w+)\"? ADD CONSTRAINT \"?(\w+)\"?", re.IGNORECASE)
DROPPED = re.compile(r"ALTER TABLE (?:ONLY )?\"?(\w+)\"? DROP CONSTRAINT (?:IF EXISTS )?\"?(\w+)\"?", re.IGNORECASE)


def checks() -> list[Check]:
    return [
        by_reading(
            "triggers_are_declared_ones", "Every declared trigger is installed as it is declared.", MIGRATE, _triggers
        ),
        _enabled(),
        _not_switched_off(),
        by_reading(
            "constraints_are_there",
            "Every declared constraint, key and NOT NULL is in the database.",
            MIGRATE,
            _constraints,
        ),
        _validated(),
    ]


class Installed(NamedTuple):
    """A trigger as the database has it."""

    digest: str
    body: str


def _triggers() -> Iterator[Breach | None]:
    there = _installed()
    for model, trigger in pgtrigger.registered():
        name, table = trigger.get_pgid(model), model._meta.db_table
        fault = _unlike(trigger.compile(model), there.get((table, name)))
        yield Breach(f"trigger {name} on {table}", fault) if fault else None


def _installed() -> dict[tuple[str, str], Installed]:
    rows = _select("""
        SELECT t.tgrelid::regclass::text, t.tgname, coalesce(obj_description(t.oid, 'pg_trigger'), ''), p.prosrc
        FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal
    """)
    return {(table, name): Installed(digest, body) for table, name, digest, body in rows}


def _unlike(declared: Any, installed: Installed | None) -> str | None:
    if installed is None:
        return "is not installed"
    body = declared.sql.kwargs["func"]
    if installed.digest != declared.hash or body.strip() not in installed.body:
        return "is not the one that the models declare"
    return None


def _enabled() -> Check:
    own = f"tgrelid::regclass::text IN ({_tables()})"
    return by_query(
        "triggers_are_enabled",
        "Every trigger of a content table is enabled, those of foreign keys too.",
        ENABLE,
        rows=f"SELECT count(*) FROM pg_trigger WHERE {own}",
        wrong=f"""
            SELECT format('trigger %s on %s', tgname, tgrelid::regclass),
                CASE tgenabled WHEN 'D' THEN 'is disabled' ELSE 'fires on replicas only' END
            FROM pg_trigger WHERE {own} AND tgenabled NOT IN ('O', 'A') ORDER BY tgrelid::regclass::text, tgname
        """,
    )


def _not_switched_off() -> Check:
    return by_query(
        "no_setting_switches_triggers_off",
        "No setting of a role or the database keeps triggers from firing.",
        "Take the setting back: ALTER ROLE … RESET …, or ALTER DATABASE … RESET ….",
        rows="SELECT count(*) FROM pg_db_role_setting",
        wrong="""
            SELECT format('setting of %s', coalesce(d.datname, r.rolname, 'all')), s.setting
            FROM pg_db_role_setting c CROSS JOIN unnest(c.setconfig) s (setting)
            LEFT JOIN pg_database d ON d.oid = c.setdatabase LEFT JOIN pg_roles r ON r.oid = c.setrole
            WHERE (c.setdatabase = 0 OR d.datname = current_database())
            AND (s.setting ~ '^session_replication_role=(replica|local)' OR s.setting ~ '^pgtrigger\\.ignore=.*[a-z]')
        """,
    )


def _validated() -> Check:
    return by_query(
        "constraints_are_validated",
        "Every constraint and unique index of a content table holds for all its rows.",
        "Mend the rows that break it, then ALTER TABLE … VALIDATE CONSTRAINT …, or REINDEX the index.",
        rows=f"SELECT count(*) FROM pg_constraint WHERE conrelid::regclass::text IN ({_tables()})",
        wrong=f"""
            SELECT format('constraint %s on %s', conname, conrelid::regclass), 'is not validated'
            FROM pg_constraint WHERE conrelid::regclass::text IN ({_tables()}) AND NOT convalidated
            UNION ALL
            SELECT format('index %s on %s', indexrelid::regclass, indrelid::regclass), 'is not valid'
            FROM pg_index WHERE indrelid::regclass::text IN ({_tables()}) AND NOT indisvalid
        """,
    )


def _constraints() -> Iterator[Breach | None]:
    named, keys, demanded = _named(), _keys(), _not_null()
    for table, name in _declared():
        yield None if (table, name) in named else Breach(f"constraint {name} on {table}", "is missing")
    for field in _foreign_keys():
        place = (field.model._meta.db_table, field.column)
        yield None if place in keys else Breach(f"column {'.'.join(place)}", "has no foreign key")
    for model in _models():
        for field in model._meta.local_concrete_fields:
            place = (model._meta.db_table, field.column)
            yield (
                Breach(f"column {'.'.join(place)}", "may be null") if not field.null and place not in demanded else None
            )


def _declared() -> Iterator[tuple[str, str]]:
    """Constraints that models name, and those that migrations add by SQL because no model can say them."""
    for model in _models():
        for constraint in model._meta.constraints:
            if isinstance(constraint, (models.CheckConstraint, models.UniqueConstraint, ExclusionConstraint)):
                yield model._meta.db_table, constraint.name
    yield from _added_by_sql()


def _added_by_sql() -> list[tuple[str, str]]:
    loader = MigrationLoader(connection)
    added: dict[tuple[str, str], None] = {}
    for key in sorted(key for key in loader.graph.nodes if key[0] in OWN_APPS):
        for operation in loader.get_migration(*key).operations:
            for statement in _statements(operation):
                for place in DROPPED.findall(statement):
                    added.pop(place, None)
                added |= dict.fromkeys(ADDED.findall(statement))
    return list(added)


def _statements(operation: Any) -> Iterable[str]:
    if not isinstance(operation, RunSQL):
        return []
    parts = operation.sql if isinstance(operation.sql, (list, tuple)) else [operation.sql]
    return [part if isinstance(part, str) else part[0] for part in parts]


def _named() -> set[tuple[str, str]]:
    """Constraints, and unique indexes, which stand for those with a condition or an expression."""
    return set(
        _select("""
            SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE conrelid <> 0
            UNION ALL
            SELECT indrelid::regclass::text, c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE indisunique
        """)
    )


def _keys() -> set[tuple[str, str]]:
    return set(
        _select("""
            SELECT conrelid::regclass::text, a.attname FROM pg_constraint c
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE contype = 'f' AND cardinality(conkey) = 1
        """)
    )


def _not_null() -> set[tuple[str, str]]:
    return set(_select("SELECT attrelid::regclass::text, attname FROM pg_attribute WHERE attnotnull AND attnum > 0"))


def _foreign_keys() -> Iterator[Any]:
    for model in _models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.ForeignKey) and getattr(field, "db_constraint", True):
                yield field


def _models() -> list[Any]:
    return [
        m for app in OWN_APPS for m in apps.get_app_config(app).get_models() if m._meta.managed and not m._meta.proxy
    ]


def _tables() -> str:
    """The names of the content tables as SQL."""
    return ", ".join(f"'{model._meta.db_table}'" for model in _models())


def _select(statement: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows: list[Any] = cursor.fetchall()
    return rows
