"""Rows that others point at: merges are final, places lie in no circle, roles are legal, names sort as they read."""

from collections.abc import Iterator
from typing import Any

import pghistory.models
from django.apps import apps
from django.db.models import SlugField

from articles.text import sort_key
from monitor.verifying.check import Breach, Check, by_query, by_reading, counting

BATCH = 2_000


def checks() -> list[Check]:
    merging = [m for m in _own_models() if any(f.name == "merged_into" for f in m._meta.fields)]
    return [
        *(_merges(model) for model in merging),
        _places(),
        _roles(),
        _affiliations(),
        by_reading(
            "names_are_sorted_as_they_read",
            "The key by which a name is sorted and found is the one of the name.",
            "Save the row again: saving writes the key.",
            _names,
        ),
        by_reading(
            "slugs_fit_into_addresses",
            "Every slug is one word of small letters, figures and hyphens.",
            "Give the row a slug that its address can carry; once public it stays.",
            _slugs,
        ),
    ]


def _own_models() -> list[Any]:
    """The content tables of both apps; a history holds whatever once was."""
    models = (m for app in ("articles", "events") for m in apps.get_app_config(app).get_models())
    return [m for m in models if not m._meta.proxy and not issubclass(m, pghistory.models.Event)]


def _merges(model: Any) -> Check:
    table, name = model._meta.db_table, model._meta.model_name
    return by_query(
        f"{name}_merges_are_final",
        f"A merged {model._meta.verbose_name} points at one that stands for itself.",
        "Point it at the row that was kept in the end, or undo the merge.",
        rows=f"SELECT count(*) FROM {table} WHERE merged_into_id IS NOT NULL",
        wrong=f"""
            SELECT format('{name} %s', m.id), CASE WHEN k.id = m.id THEN 'is merged into itself'
                ELSE format('is merged into %s, which is merged into %s itself', k.id, k.merged_into_id) END
            FROM {table} m JOIN {table} k ON k.id = m.merged_into_id
            WHERE k.merged_into_id IS NOT NULL ORDER BY m.id
        """,
    )


def _places() -> Check:
    return by_query(
        "places_lie_in_their_ancestors",
        "A place lies in no circle, and its ancestors are those of its parent and the parent.",
        "Set the parent again: saving it works the ancestors out.",
        rows=counting("events_place"),
        wrong="""
            WITH RECURSIVE reached AS (
                SELECT id, ARRAY[]::bigint[] AS above FROM events_place WHERE parent_id IS NULL
                UNION ALL
                SELECT p.id, r.above || r.id FROM events_place p JOIN reached r ON p.parent_id = r.id
            )
            SELECT format('place %s', p.id), CASE WHEN r.id IS NULL THEN 'lies in a circle of places'
                ELSE format('has the ancestors %s and should have %s', p.ancestors, r.above) END
            FROM events_place p LEFT JOIN reached r ON r.id = p.id
            WHERE r.above IS DISTINCT FROM p.ancestors ORDER BY p.id
        """,
    )


def _roles() -> Check:
    return by_query(
        "roles_are_legal",
        "Every actor has a role that is legal for the type of the event, or the type that the report claims.",
        "Change the role, or the type, in the workbench.",
        rows=counting("events_participation"),
        wrong="""
            SELECT format('participation %s of event %s', p.id, p.event_id),
                format('has the role %s, which %s does not know', p.role, t.code)
            FROM events_participation p JOIN events_event e ON e.id = p.event_id
            LEFT JOIN events_report r ON r.id = p.report_id
            JOIN events_eventtype t ON t.code = coalesce(r.claimed_type_id, e.type_id)
            WHERE p.role <> ALL (t.roles) OR r.event_id <> p.event_id ORDER BY p.id
        """,
    )


def _affiliations() -> Check:
    return by_query(
        "affiliations_join_person_and_body",
        "An office is held by a person in a state or an organisation.",
        "Correct the kind of the actor, or delete the affiliation.",
        rows=counting("events_affiliation"),
        wrong="""
            SELECT format('affiliation %s', f.id), format('joins a %s and a %s', p.kind, o.kind)
            FROM events_affiliation f JOIN events_actor p ON p.id = f.person_id
            JOIN events_actor o ON o.id = f.organisation_id
            WHERE p.kind <> 'person' OR o.kind NOT IN ('state', 'organisation') ORDER BY f.id
        """,
    )


def _names() -> Iterator[Breach | None]:
    for model in _own_models():
        fields = {field.name for field in model._meta.fields}
        key = next((name for name in ("sort_key", "key") if {name, "name"} <= fields), None)
        if key:
            for pk, name, kept in _read(model, "pk", "name", key):
                right = sort_key(name) == kept
                yield None if right else Breach(f"{model._meta.model_name} {pk}", f"{name!r} is sorted as {kept!r}")


def _slugs() -> Iterator[Breach | None]:
    for model in _own_models():
        if any(isinstance(field, SlugField) and field.name == "slug" for field in model._meta.fields):
            for pk, slug in _read(model, "pk", "slug"):
                fits = slug and all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in slug)
                yield None if fits else Breach(f"{model._meta.model_name} {pk}", f"has the slug {slug!r}")


def _read(model: Any, *columns: str) -> Iterator[Any]:
    rows: Iterator[Any] = model._base_manager.order_by("pk").values_list(*columns).iterator(chunk_size=BATCH)
    return rows
