"""The shape of the code: which way imports go, what each model owes its readers, nothing left in drawers."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
APPS = ("articles", "events", "monitor")
MAY_IMPORT = {"articles": {"articles"}, "events": {"articles", "events"}, "monitor": {"articles", "events", "monitor"}}
DRAWERS = {"utils", "helpers", "common", "misc", "services", "tools", "base_utils"}
# Edges face people and programs: nothing of ours but urls imports them.
EDGES = {"views", "urls", "admin", "api", "feeds", "sitemaps", "management", "templatetags"}
PURE = (
    "articles/citations",
    "articles/exports/formats.py",
    "articles/dates.py",
    "articles/importing/parsers",
    "articles/paging/cursor.py",
    "articles/search/query.py",
    "articles/search/snippets.py",
    "articles/sentence_ends.py",
    "articles/text.py",
    "articles/text_change.py",
    "articles/word_alignment.py",
    "events/codebook",
    "events/derive.py",
    "events/documents",
    "events/exports/plover.py",
    "events/gazetteer",
    "events/exports/web_annotation.py",
    "events/marking.py",
    "events/pages/chart.py",
    "events/pasting.py",
    "events/world",
    "events/releases/comparing.py",
    "events/releases/package.py",
    "events/releases/tables.py",
    "monitor/serving/etag.py",
    "monitor/serving/kept.py",
    "events/suggestions",
)
READERS = {"pages", "api", "exports", "feeds", "search", "feeds.py", "views.py", "sitemaps.py", "bibliography"}
PATHS = sorted(
    path.relative_to(ROOT) for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts
)


def imports(path: Path) -> list[tuple[str, bool]]:
    """What a file imports, and whether it does so inside a function."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [(f"{node.module}.{alias.name}", id(node) in inside) for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [(alias.name, id(node) in inside) for alias in node.names]
    return found


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_imports_go_one_way_and_stand_at_the_top(path):
    ours = [(name, inside) for name, inside in imports(path) if name.split(".")[0] in APPS]

    assert {name for name, _ in ours if name.split(".")[0] not in MAY_IMPORT[path.parts[0]]} == set()
    assert [name for name, inside in ours if inside] == []


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_only_edges_import_edges(path):
    here = path.parts[1].removesuffix(".py")
    ours = [name.split(".") for name, _ in imports(path) if name.split(".")[0] in APPS]
    reached = {".".join(name) for name in ours if set(name[1:2]) & EDGES}

    if here not in EDGES and path.parts[0] != "monitor":
        assert reached == set()


@pytest.mark.parametrize("path", [p for p in PATHS if str(p).startswith(PURE)], ids=str)
def test_inner_ring_knows_no_database(path):
    forbidden = ("django", "rest_framework", "articles.models", "events.models", "psycopg")

    assert [name for name, _ in imports(path) if name.startswith(forbidden)] == []


@pytest.mark.parametrize("path", [p for p in PATHS if set(p.parts) & READERS], ids=str)
def test_what_is_public_is_said_by_the_models_alone(path):
    """Who shows rows takes them by `public()` or `visible_to()` and spells out no condition of its own."""
    conditions = re.findall(r"(?:status|state)=\w*(?:PUBLISHED|CONFIRMED)", (ROOT / path).read_text(encoding="utf-8"))

    assert conditions == []


def test_no_drawer():
    assert [path for path in PATHS if {part.removesuffix(".py") for part in path.parts} & DRAWERS] == []


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_no_file_is_a_folder_waiting_for_a_name(path):
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")

    assert lines <= 320


MODELS = [
    model
    for app in ("articles", "events")
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.endswith("History")
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_model_says_what_its_row_is_in_a_total_order_behind_one_door(model):
    ordering = [str(name).lstrip("-") for name in model._meta.ordering]
    unique = {name for fields in _unique(model) for name in fields if set(fields) <= set(ordering)}

    assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}(")
    assert {"id", "pk", model._meta.pk.name} & set(ordering) or unique
    if not model._meta.proxy:
        assert hasattr(model.objects.all(), "public")
        assert hasattr(model.objects.all(), "visible_to")


def _unique(model) -> list[tuple[str, ...]]:
    return [tuple(c.fields) for c in model._meta.constraints if getattr(c, "fields", ())]


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
