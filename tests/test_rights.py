"""The table of rights, tried: each action by each role, by the verb that every way in calls."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from articles.models import Article, Publication
from articles.rights import may_read_hidden
from events import editing
from events.editing import events, marks, names, reports
from events.models import EventType
from monitor import roles
from tests.make import make_actor, make_article, make_event, make_issue, make_place, make_report, make_user

pytestmark = pytest.mark.django_db

ROLES = ("reader", "annotator", "reviewer", "editor", "administrator")
EVERYBODY_WHO_CODES = {"annotator", "reviewer", "editor", "administrator"}
REVIEWERS = {"reviewer", "editor", "administrator"}
EDITORS = {"editor", "administrator"}


def somebody(role: str) -> User:
    return make_user("" if role == "reader" else role)


@dataclass(frozen=True)
class Action:
    """Something that a person may or may not do; `do` makes what it needs and tries it."""

    name: str
    allowed: set[str]
    do: Callable[[User], Any]


def consult() -> dict[str, Any]:
    return {"label": "Envoys meet", "type": EventType.objects.get(code="CONSULT")}


def returned(by: User) -> Any:
    report = make_report(by=by)
    editing.give_back(report, by=make_user("reviewer"), reason="Which sentence?")
    return report


def confirmed_event() -> Any:
    return make_report(confirmed=True).event


def public_actor() -> Any:
    actor = make_actor()
    make_report(event=make_event(participants=[(actor, "actor")]), confirmed=True)
    return actor


def correct(by: User, **over: Any) -> None:
    article = make_article()
    article.correct_text(f"Now {article.text}", by=by, reason="print", public_reason="misread", **over)


ACTIONS = [
    Action("make an event", EVERYBODY_WHO_CODES, lambda by: events.make_event(by=by, values=consult())),
    Action("make an actor", EVERYBODY_WHO_CODES, lambda by: names.make_actor(by=by, name="Ana", kind="person")),
    Action("make a place", EVERYBODY_WHO_CODES, lambda by: names.make_place(by=by, name="Varda", kind="city")),
    Action("make a report", EVERYBODY_WHO_CODES, lambda by: reports.make_report(make_article(), make_event(), by=by)),
    Action(
        "change her own report",
        EVERYBODY_WHO_CODES,
        lambda by: reports.change_report(make_report(by=by), by=by, values={"hedged": True}),
    ),
    Action(
        "change a colleague's report",
        REVIEWERS,
        lambda by: reports.change_report(make_report(), by=by, values={"hedged": True}),
    ),
    Action(
        "take back her own report", EVERYBODY_WHO_CODES, lambda by: reports.remove_report(make_report(by=by), by=by)
    ),
    Action("propose her own again", EVERYBODY_WHO_CODES, lambda by: editing.propose_again(returned(by), by=by)),
    Action(
        "change her own event",
        EVERYBODY_WHO_CODES,
        lambda by: events.change_event(make_event(made_by=by), by=by, values={"label": "Envoys"}),
    ),
    Action(
        "change an event with confirmed reports",
        REVIEWERS,
        lambda by: events.change_event(confirmed_event(), by=by, values={"label": "Envoys"}),
    ),
    Action(
        "mention an actor",
        EVERYBODY_WHO_CODES,
        lambda by: marks.mention(make_article(), 0, 6, "Envoys", names=make_actor(), by=by),
    ),
    Action(
        "add a spelling variant to any actor",
        EVERYBODY_WHO_CODES,
        lambda by: names.add_variants(public_actor(), ["Another"], by=by),
    ),
    Action("change a public actor", REVIEWERS, lambda by: names.change_actor(public_actor(), by=by, wikidata="Q1")),
    Action("change a colleague's place", REVIEWERS, lambda by: names.change_place(make_place(), by=by, wikidata="Q1")),
    Action("confirm a report", REVIEWERS, lambda by: editing.confirm(make_report(), by=by)),
    Action("reject a report", REVIEWERS, lambda by: editing.reject(make_report(), by=by, reason="Not there.")),
    Action("return a report", REVIEWERS, lambda by: editing.give_back(make_report(), by=by, reason="Which?")),
    Action("publish an article", EDITORS, lambda by: editing.publish(make_article(), by=by)),
    Action(
        "withdraw an article",
        EDITORS,
        lambda by: editing.withdraw(make_article(published=True), by=by, reason="Printed twice."),
    ),
    Action("correct a text", EDITORS, correct),
    Action("preview a correction", EDITORS, lambda by: correct(by, write=False)),
    Action("date an issue", EDITORS, lambda by: make_issue(date="").set_date("1999-06-03", basis="printed", by=by)),
]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_action_is_for_its_roles_alone(action, role):
    by = somebody(role)

    if role in action.allowed:
        action.do(by)
    else:
        with pytest.raises(PermissionDenied):
            action.do(by)


@pytest.mark.parametrize("role", ROLES)
def test_hidden_rows_are_for_those_who_work_here(role):
    make_article()

    seen = Article.objects.visible_to(somebody(role)).count()

    assert seen == (0 if role == "reader" else 1)


def test_nobody_and_the_deactivated_see_what_is_public():
    make_article()
    former = make_user("editor", is_active=False)

    assert not may_read_hidden(None)
    assert not may_read_hidden(AnonymousUser())
    assert not may_read_hidden(former)
    assert not Publication.objects.visible_to(former).exists()


def test_each_role_includes_those_before_it():
    rights = [roles.rights_of(role.name) for role in roles.ROLES]

    assert all(before < after for before, after in pairwise(rights))


def test_nobody_may_change_texts_or_history_or_delete_what_is_kept():
    rights = roles.rights_of("administrator")

    assert not {r for r in rights if "history" in r}
    assert {r for r in rights if "textversion" in r} == {"articles.view_textversion"}
    assert not rights & {"articles.delete_publication", "articles.delete_issue", "articles.delete_newssource"}
    assert not {r for r in rights if r.split(".")[1].split("_")[0] in ("add", "change", "delete") and "eventtype" in r}


def test_sync_brings_groups_back_to_the_table_and_changes_nothing_else():
    stranger = Group.objects.create(name="guests")
    Group.objects.get(name="reviewer").permissions.clear()

    call_command("sync_roles", verbosity=0)
    call_command("sync_roles", verbosity=0)

    reviewer = Group.objects.get(name="reviewer")
    held = {f"{p.content_type.app_label}.{p.codename}" for p in reviewer.permissions.select_related("content_type")}
    assert held == roles.rights_of("reviewer")
    assert not stranger.permissions.exists()
