"""The table of rights, tried: each action by each role, by the verb that every way in calls, at the desk's page, and
by the documents that the workbench and programs send."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles import moving
from articles.importing import undoing
from articles.importing.quarantine import keep_stored
from articles.models import Article, ImportProblem, ImportRun, Publication
from articles.rights import may_read_hidden
from events import editing
from events.editing import events, marks, names, reports, splitting, suggesting
from events.editing.reviewing import ANNOTATE
from events.filing.refusals import may
from events.merging import merge, undo
from events.models import EventType
from monitor import roles
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_event,
    make_issue,
    make_mention,
    make_place,
    make_report,
    make_source,
    make_user,
)
from tests.programs import make_token

pytestmark = pytest.mark.django_db

ROLES = ("reader", "annotator", "reviewer", "editor", "administrator")
EVERYBODY_WHO_CODES = {"annotator", "reviewer", "editor", "administrator"}
ENVOYS = suggesting.Suggested("actor", 0, 6, "Envoys", "actors/1")
DECIDED = {"kind": "actor", "start": 0, "end": 6, "quote": "Envoys", "recogniser": "actors/1"}
REVIEWERS = {"reviewer", "editor", "administrator"}
EDITORS = {"editor", "administrator"}


def somebody(role: str) -> User:
    return make_user("" if role == "reader" else role)


@dataclass(frozen=True)
class Sent:
    """A document that does it: below the workbench of an article, or below `/api/v1/` under a token."""

    address: str
    document: Any = None
    method: str = "post"
    revision: int | None = None


@dataclass(frozen=True)
class Action:
    """Something that a person may or may not do; `do` makes what it needs and tries it."""

    name: str
    allowed: set[str]
    do: Callable[[User], Any]
    page: Callable[[], str] | None = None  # where the desk does it, for a row that is a colleague's
    sent: Callable[[User], list[Sent]] | None = None  # how documents do it


def conflict() -> ImportProblem:
    run = ImportRun.objects.create()
    return ImportProblem.objects.create(run=run, path="a.txt", line=1, code="text_differs", severity="conflicting")


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


def desk(row: Any, page: str) -> str:
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/{page}/"


def work(article: Article, rest: str) -> str:
    return f"/admin/events/articletoannotate/{article.pk}/work/{rest}"


def api(rest: str) -> str:
    return f"/api/v1/{rest}"


def new_report(by: User) -> list[Sent]:
    one, two = make_article(), make_article()
    event = {"type": "CONSULT", "label": "Envoys meet"}
    return [Sent(work(one, "reports/"), {"event": event}), Sent(api("reports/"), {"article": two.pk, "event": event})]


def decision(by: User) -> list[Sent]:
    words = {"kind": "actor", "start": 0, "end": 6, "quote": "Envoys", "recogniser": "actors/1"}
    return [Sent(work(make_article(), "suggestions/"), {"outcome": "undecided", "suggestions": [words]})]


def gone_mention(by: User) -> list[Sent]:
    article = make_article()
    mention = make_mention(article, "Envoys", make_actor())
    return [Sent(work(article, f"mentions/{mention.pk}/"), None, "delete", mention.revision)]


def of_report(method: str, document: Any = None, *, own: bool = False) -> Callable[[User], list[Sent]]:
    """A write to a report, hers or a colleague's, by both ways."""

    def sent(by: User) -> list[Sent]:
        one, two = (make_report(**({"by": by} if own else {})) for _ in range(2))
        verb = "put" if method == "patch" else method
        return [
            Sent(work(one.article, f"reports/{one.pk}/"), document, verb, 1),
            Sent(api(f"reports/{two.pk}/"), document, method, 1),
        ]

    return sent


def of_event(make: Callable[[User], Any]) -> Callable[[User], list[Sent]]:
    """A new label for an event: within a report of hers, and by itself."""

    def sent(by: User) -> list[Sent]:
        one, two = make(by), make(by)
        report = make_report(event=one, by=by)
        within = {"event": {"label": "Envoys", "revision": one.revision}}
        return [
            Sent(work(report.article, f"reports/{report.pk}/"), within, "put", 1),
            Sent(api(f"events/{two.public_id}/"), {"label": "Envoys"}, "patch", two.revision),
        ]

    return sent


def new_name(kind: str, of: str) -> Callable[[User], list[Sent]]:
    """A new actor or place, by both ways."""
    document = {"name": "Varda", "kind": of}
    return lambda by: [Sent(work(make_article(), f"{kind}/"), document), Sent(api(f"{kind}/"), document)]


def new_mention(by: User) -> list[Sent]:
    one, two, actor = make_article(), make_article(), make_actor()
    words = {"start": 0, "end": 6, "quote": "Envoys", "kind": "actor", "slug": actor.slug}
    return [Sent(work(one, "mentions/"), words), Sent(api("mentions/"), {**words, "article": two.pk})]


def of_name(kind: str, make: Callable[[], Any]) -> Callable[[User], list[Sent]]:
    def sent(by: User) -> list[Sent]:
        row = make()
        return [Sent(api(f"{kind}/{row.slug}/"), {"wikidata": "Q1"}, "patch", row.revision)]

    return sent


def correction(rest: str) -> Callable[[User], list[Sent]]:
    why = {"reason": "print", "public_reason": "misread"}
    return lambda by: [
        Sent(work(article, rest), {"text": f"Now {article.text}", **why}, revision=article.revision)
        for article in [make_article()]
    ]


def link(own: bool) -> Callable[[User], list[Sent]]:
    def sent(by: User) -> list[Sent]:
        report = make_report(**({"by": by} if own else {}))
        rest = f"reports/{report.pk}/link/"
        return [Sent(work(report.article, rest), {"event": make_event().public_id}, revision=1)]

    return sent


def two_articles() -> tuple[Article, Article]:
    issue = make_issue()
    return make_article(issue=issue), make_article(issue=issue)


def at_work(article: Article, page: str) -> str:
    return f"/admin/events/articletoannotate/{article.pk}/{page}/"


def in_hands_of(user: User) -> Article:
    """An article that the person has in hand; who may not take one asks in vain all the same."""
    article, holder = make_article(), user if user.has_perm("events.annotate") else make_user("annotator")
    editing.take(article, by=holder)
    return article


def with_report(article: Article) -> Article:
    make_report(article=article)
    return article


def published_set() -> Any:
    return editing.publish_set([make_article().pk], by=make_user("editor"))


def merged_actors() -> Any:
    return merge(make_actor(), make_actor(), by=make_user("reviewer"), reason="One and the same.")


def event_of_two() -> Any:
    report = make_report()
    return report, make_report(event=report.event)


def split_event(by: User) -> Any:
    report, other = event_of_two()
    return splitting.split(report.event, [other], by=by, reason="Another day.", label="Envoys meet again")


MERGED = {"an actor": make_actor, "a place": make_place, "an event": make_event}
ACTIONS = [
    Action(
        "make an event", EVERYBODY_WHO_CODES, lambda by: events.make_event(by=by, values=consult()), sent=new_report
    ),
    Action(
        "make an actor",
        EVERYBODY_WHO_CODES,
        lambda by: names.make_actor(by=by, name="Ana", kind="person"),
        sent=new_name("actors", "person"),
    ),
    Action(
        "make a place",
        EVERYBODY_WHO_CODES,
        lambda by: names.make_place(by=by, name="Varda", kind="city"),
        sent=new_name("places", "city"),
    ),
    Action("make a report", EVERYBODY_WHO_CODES, lambda by: reports.make_report(make_article(), make_event(), by=by)),
    Action(
        "change her own report",
        EVERYBODY_WHO_CODES,
        lambda by: reports.change_report(make_report(by=by), by=by, values={"hedged": True}),
        sent=of_report("patch", {"hedged": True}, own=True),
    ),
    Action(
        "change a colleague's report",
        REVIEWERS,
        lambda by: reports.change_report(make_report(), by=by, values={"hedged": True}),
        sent=of_report("patch", {"hedged": True}),
    ),
    Action(
        "take back her own report",
        EVERYBODY_WHO_CODES,
        lambda by: reports.remove_report(make_report(by=by), by=by),
        sent=of_report("delete", own=True),
    ),
    Action("propose her own again", EVERYBODY_WHO_CODES, lambda by: editing.propose_again(returned(by), by=by)),
    Action(
        "change her own event",
        EVERYBODY_WHO_CODES,
        lambda by: events.change_event(make_event(made_by=by), by=by, values={"label": "Envoys"}),
        sent=of_event(lambda by: make_event(made_by=by)),
    ),
    Action(
        "change an event with confirmed reports",
        REVIEWERS,
        lambda by: events.change_event(confirmed_event(), by=by, values={"label": "Envoys"}),
        sent=of_event(lambda by: confirmed_event()),
    ),
    Action(
        "decide about a suggestion",
        EVERYBODY_WHO_CODES,
        lambda by: suggesting.decide(make_article(), ENVOYS, outcome="rejected", by=by),
        sent=lambda by: [Sent(work(make_article(), "suggestions/"), {"outcome": "rejected", "suggestions": [DECIDED]})],
    ),
    Action(
        "see suggestions",
        EVERYBODY_WHO_CODES,
        lambda by: may(by, ANNOTATE),
        sent=lambda by: [
            Sent(work(make_article(), "suggestions/"), method="get"),
            Sent(api(f"articles/{make_article().pk}/suggestions/"), method="get"),
        ],
    ),
    Action(
        "take back a decision about a suggestion",
        EVERYBODY_WHO_CODES,
        lambda by: suggesting.undecide(make_article(), [ENVOYS], by=by),
        sent=decision,
    ),
    Action(
        "take back a mention",
        EVERYBODY_WHO_CODES,
        lambda by: marks.remove_mention(make_mention(make_article(), "Envoys", make_actor()), by=by),
        sent=gone_mention,
    ),
    Action(
        "accept a suggested name",
        EVERYBODY_WHO_CODES,
        lambda by: suggesting.accept_name(make_article(), ENVOYS, names=make_actor(), by=by),
    ),
    Action(
        "mention an actor",
        EVERYBODY_WHO_CODES,
        lambda by: marks.mention(make_article(), 0, 6, "Envoys", names=make_actor(), by=by),
        sent=new_mention,
    ),
    Action(
        "add a spelling variant to any actor",
        EVERYBODY_WHO_CODES,
        lambda by: names.add_variants(public_actor(), ["Another"], by=by),
    ),
    Action(
        "change a public actor",
        REVIEWERS,
        lambda by: names.change_actor(public_actor(), by=by, wikidata="Q1"),
        sent=of_name("actors", public_actor),
    ),
    Action(
        "change a colleague's place",
        REVIEWERS,
        lambda by: names.change_place(make_place(), by=by, wikidata="Q1"),
        sent=of_name("places", make_place),
    ),
    Action(
        "confirm a report",
        REVIEWERS,
        lambda by: editing.confirm(make_report(), by=by),
        lambda: desk(make_report(), "confirm"),
    ),
    Action(
        "reject a report",
        REVIEWERS,
        lambda by: editing.reject(make_report(), by=by, reason="Not there."),
        lambda: desk(make_report(), "reject"),
    ),
    Action(
        "return a report",
        REVIEWERS,
        lambda by: editing.give_back(make_report(), by=by, reason="Which?"),
        lambda: desk(make_report(), "return"),
    ),
    Action(
        "publish an article",
        EDITORS,
        lambda by: editing.publish(make_article(), by=by),
        lambda: f"/admin/events/articletoannotate/{make_article().pk}/publish/",
    ),
    Action(
        "withdraw an article",
        EDITORS,
        lambda by: editing.withdraw(make_article(published=True), by=by, reason="Printed twice."),
        lambda: f"/admin/events/articletoannotate/{make_article(published=True).pk}/withdraw/",
    ),
    Action("correct a text", EDITORS, correct, lambda: desk(make_article(), "correct"), sent=correction("correct/")),
    Action("preview a correction", EDITORS, lambda by: correct(by, write=False), sent=correction("correct/preview/")),
    Action(
        "publish a set of articles",
        EDITORS,
        lambda by: editing.publish_set([make_article().pk], by=by),
    ),
    Action(
        "take a published set back",
        EDITORS,
        lambda by: editing.undo_set(published_set(), by=by, reason="The wrong list."),
        lambda: desk(published_set(), "undo"),
    ),
    Action("ask for the next article", EVERYBODY_WHO_CODES, lambda by: editing.take_next(by=by)),
    Action(
        "take an article",
        EVERYBODY_WHO_CODES,
        lambda by: editing.take(make_article(), by=by),
        lambda: at_work(make_article(), "take"),
    ),
    Action(
        "submit her article",
        EVERYBODY_WHO_CODES,
        lambda by: editing.submit(with_report(in_hands_of(by)), by=by),
        lambda: at_work(in_hands_of(make_user("annotator")), "submit"),
    ),
    Action(
        "say that there is nothing to report",
        EVERYBODY_WHO_CODES,
        lambda by: editing.nothing_to_report(in_hands_of(by), by=by),
        lambda: at_work(in_hands_of(make_user("annotator")), "nothing"),
    ),
    Action(
        "give an article back to the queue",
        EVERYBODY_WHO_CODES,
        lambda by: editing.release(in_hands_of(by), by=by),
        lambda: at_work(in_hands_of(make_user("annotator")), "release"),
    ),
    Action(
        "take an article from its holder",
        EDITORS,
        lambda by: editing.take_away(in_hands_of(make_user("annotator")), by=by, reason="On leave."),
        lambda: at_work(in_hands_of(make_user("annotator")), "take-away"),
    ),
    Action("undo an import", EDITORS, lambda by: undoing.undo(ImportRun.objects.create(), by=by)),
    Action("decide on a conflict", EDITORS, lambda by: keep_stored(conflict(), by=by)),
    Action(
        "date an issue",
        EDITORS,
        lambda by: make_issue(date="").set_date("1999-06-03", basis="printed", by=by),
        lambda: desk(make_issue(), "date"),
    ),
    Action(
        "move an article",
        EDITORS,
        lambda by: moving.move_article(make_article(), make_issue(), by=by, reason="Misfiled."),
        lambda: desk(make_article(), "move"),
    ),
    Action(
        "split an article",
        EDITORS,
        lambda by: moving.split_article(make_article(), TEXT.index("The talks"), by=by, reason="Two items."),
        lambda: desk(make_article(), "split"),
    ),
    Action(
        "join two articles",
        EDITORS,
        lambda by: moving.join_articles(*two_articles(), by=by, reason="One item."),
        lambda: desk(two_articles()[0], "join"),
    ),
    Action(
        "put the articles of an issue in order",
        EDITORS,
        lambda by: moving.reorder((article := make_article()).issue, [article], by=by),
        lambda: desk(make_issue(), "order"),
    ),
    *(
        Action(
            f"merge {what} with another",
            REVIEWERS,
            lambda by, make=make: merge(make(), make(), by=by, reason="One and the same."),
            lambda make=make: desk(make(), "merge"),
        )
        for what, make in MERGED.items()
    ),
    Action(
        "merge a source with another",
        EDITORS,
        lambda by: merge(make_source(), make_source(), by=by, reason="One and the same."),
        lambda: f"/admin/events/mergerecord/merge-source/{make_source().pk}/",
    ),
    Action(
        "undo a merge",
        REVIEWERS,
        lambda by: undo(merged_actors(), by=by, reason="Two after all."),
        lambda: desk(merged_actors(), "undo"),
    ),
    Action("split an event", REVIEWERS, split_event, lambda: desk(make_report().event, "split")),
    Action(
        "move her own report to another event",
        EVERYBODY_WHO_CODES,
        lambda by: splitting.move_report(make_report(by=by), make_event(), by=by, reason="The same talks."),
        sent=link(own=True),
    ),
    Action(
        "move a colleague's report to another event",
        REVIEWERS,
        lambda by: splitting.move_report(make_report(), make_event(), by=by, reason="The same talks."),
        lambda: desk(make_report(), "move"),
        sent=link(own=False),
    ),
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


@pytest.mark.parametrize("role", ("anonymous", *ROLES))
@pytest.mark.parametrize("action", [action for action in ACTIONS if action.page], ids=lambda action: action.name)
def test_page_of_the_action_is_for_its_roles_alone(action, role):
    client, page = Client(), action.page()
    if role != "anonymous":
        client.force_login(somebody(role))

    answers = [client.get(page), client.post(page, {})]

    if role in action.allowed:
        assert answers[0].status_code == 200
    elif role in ("anonymous", "reader"):
        assert {answer.url.partition("?")[0] for answer in answers} == {"/admin/login/"}
    else:
        assert {answer.status_code for answer in answers} == {403}


@pytest.mark.parametrize("role", ("anonymous", "with an expired token", *ROLES))
@pytest.mark.parametrize("action", [action for action in ACTIONS if action.sent], ids=lambda action: action.name)
def test_documents_of_the_action_are_for_its_roles_alone(action, role):
    by = somebody("editor" if role == "with an expired token" else "reader" if role == "anonymous" else role)
    sent = action.sent(by)
    if role == "with an expired token":
        sent = [one for one in sent if one.address.startswith("/api/")]

    answers = [answer_to(role, by, one).status_code for one in sent]

    if role in action.allowed:
        assert set(answers) <= {200, 201, 204}
    else:
        assert set(answers) <= {403 if role in ROLES else 401}


def answer_to(role: str, by: User, sent: Sent) -> Any:
    """The answer to the document, sent by a session to the workbench and under a token to the API."""
    client, headers = Client(), {} if sent.revision is None else {"If-Match": f'"{sent.revision}"'}
    if role != "anonymous" and sent.address.startswith("/admin/"):
        client.force_login(by)
    elif role != "anonymous":
        ends = timezone.now() + timedelta(days=-1 if role == "with an expired token" else 1)
        headers["Authorization"] = f"Bearer {make_token(by, expires=ends)[1]}"
    body = json.dumps(sent.document) if sent.document is not None else ""
    if sent.method == "get":
        return client.get(sent.address, headers=headers)
    return getattr(client, sent.method)(sent.address, body, content_type="application/json", headers=headers)


PAGES_OF_THE_DESK = [  # address, who may, whether it is asked for by POST alone
    ("/admin/events/articletoannotate/next/", EVERYBODY_WHO_CODES, True),
    ("/admin/events/articletoannotate/dashboard/", EVERYBODY_WHO_CODES, False),
    ("/admin/events/articletoannotate/review-next/", REVIEWERS, False),
    ("/admin/events/articletoannotate/publish-set/", EDITORS, True),
    ("/admin/events/articletoannotate/{article}/review/", REVIEWERS, False),
    ("/admin/events/articletoannotate/", EVERYBODY_WHO_CODES, False),
    ("/admin/events/publishedset/", EVERYBODY_WHO_CODES, False),
    ("/admin/events/savedlist/", EVERYBODY_WHO_CODES, False),
    ("/admin/events/savedlist/add/", EVERYBODY_WHO_CODES, False),
    ("/admin/events/actor/candidates/", EVERYBODY_WHO_CODES, False),
    ("/admin/events/place/candidates/", EVERYBODY_WHO_CODES, False),
    ("/admin/events/articletoannotate/search/?q=envoys", EVERYBODY_WHO_CODES, False),
    ("/admin/articles/article/{article}/preview/", EVERYBODY_WHO_CODES, False),
    ("/admin/articles/article/{article}/history/", EVERYBODY_WHO_CODES, False),
]


@pytest.mark.parametrize("role", ("anonymous", *ROLES))
@pytest.mark.parametrize(
    ("address", "allowed", "by_post"), PAGES_OF_THE_DESK, ids=[one[0] for one in PAGES_OF_THE_DESK]
)
def test_page_of_the_desk_is_for_its_roles_alone(address, allowed, by_post, role):
    client, article = Client(), make_report().article
    if role != "anonymous":
        client.force_login(somebody(role))

    answer = (client.post if by_post else client.get)(address.format(article=article.pk))

    if role in allowed:
        assert answer.status_code in (200, 302) and "/login/" not in answer.headers.get("Location", "")
    elif role in ("anonymous", "reader"):
        assert answer.url.partition("?")[0] == "/admin/login/"
    else:
        assert answer.status_code == 403


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
