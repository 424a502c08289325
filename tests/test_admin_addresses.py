"""The table of rights over every address of the admin: none is missing from it, and each is tried by each role."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve, reverse
from pytest_django.plugin import DjangoDbBlocker

from events.models import ApiToken
from tests.programs import make_token
from tests.test_query_counts import World
from tests.test_rights import ACTIONS, PAGES_OF_THE_DESK, ROLES, somebody

pytestmark = [pytest.mark.xdist_group("admin addresses"), pytest.mark.django_db]  # one worker: they share one world

PAGES = ("changelist", "change", "history", "add", "delete")
NOBODY = "nobody"
# The first role that may read the list, a row and its history; add a row; delete one (a colleague's, free to go).
TABLE = {
    "articles.article": ("annotator", NOBODY, "editor"),
    "articles.citation": ("annotator", NOBODY, NOBODY),
    "articles.citedreport": ("annotator", NOBODY, "editor"),
    "articles.crossreference": ("annotator", NOBODY, "editor"),
    "articles.importproblem": ("editor", NOBODY, NOBODY),
    "articles.importrun": ("editor", "editor", NOBODY),
    "articles.issue": ("annotator", "editor", NOBODY),
    "articles.newssource": ("annotator", "editor", NOBODY),
    "articles.oldaddress": ("annotator", NOBODY, NOBODY),
    "articles.publication": ("annotator", "editor", NOBODY),
    "articles.sourceurl": ("annotator", NOBODY, NOBODY),
    "articles.textversion": ("annotator", NOBODY, NOBODY),
    "auth.group": ("administrator", "administrator", NOBODY),
    "auth.user": ("administrator", "administrator", NOBODY),
    "events.actor": ("annotator", "annotator", "reviewer"),
    "events.apitoken": ("annotator", "annotator", NOBODY),  # each sees her own alone
    "events.articletoannotate": ("annotator", NOBODY, NOBODY),
    "events.context": ("annotator", NOBODY, NOBODY),
    "events.event": ("annotator", "annotator", NOBODY),
    "events.eventtype": ("annotator", NOBODY, NOBODY),
    "events.mention": ("annotator", NOBODY, "annotator"),
    "events.mergerecord": ("annotator", NOBODY, NOBODY),
    "events.mode": ("annotator", NOBODY, NOBODY),
    "events.place": ("annotator", "annotator", "reviewer"),
    "events.publishedset": ("annotator", NOBODY, NOBODY),
    "events.report": ("annotator", "annotator", "reviewer"),
    "events.savedlist": ("annotator", "annotator", NOBODY),
    "events.suggestiondecision": ("annotator", NOBODY, NOBODY),
}
# Pages of one row or of a list beside those that every model has: the first role that may open them.
OTHERS = {
    "articles_article_restore": "editor",
    "articles_importproblem_keep": "editor",
    "articles_importproblem_take": "editor",
    "articles_importrun_apply": "editor",
    "articles_importrun_look": "editor",
    "articles_importrun_undo": "editor",
    "articles_publication_completeness": "annotator",
    "auth_user_password_change": "administrator",
    "events_actor_restore": "annotator",
    "events_actor_spelling": "annotator",
    "events_actor_used": "annotator",
    "events_apitoken_revoke": "annotator",
    "events_event_restore": "annotator",
    "events_place_restore": "annotator",
    "events_place_spelling": "annotator",
    "events_place_used": "annotator",
    "events_report_propose": "annotator",
    "events_report_restore": "annotator",
    "events_suggestiondecision_figures": "annotator",
    "workbench_known": "annotator",
    "workbench_lookup": "annotator",
    "workbench_names": "annotator",
    "workbench_onemention": "annotator",
    "workbench_proposeagain": "annotator",
    "workbench_state": "annotator",
    "workbench_suggestions": "annotator",
    "workbench_when": "annotator",
}
OWN = {  # of Django itself: for whoever may log in, or tried elsewhere
    "index",
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "jsi18n",
    "view_on_site",
    "app_list",
    "autocomplete",  # tests/test_look_ups.py
}


def names_below(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Each route with the name of its page; what only redirects has none."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from names_below(pattern, route)
        elif pattern.name:
            yield route, pattern.name


def pages_of_models() -> set[str]:
    return {f"{label.replace('.', '_')}_{page}" for label in TABLE for page in PAGES}


def test_every_address_of_the_admin_is_in_the_table():
    tried = [action.page() for action in ACTIONS if action.page]
    tried += [sent.address for action in ACTIONS if action.sent for sent in action.sent(somebody("administrator"))]
    tried += [address.partition("?")[0].format(article=1) for address, *_ in PAGES_OF_THE_DESK]
    known = {resolve(address).url_name for address in tried} | pages_of_models() | OTHERS.keys() | OWN

    found = {name for route, name in names_below(get_resolver()) if route.startswith("admin/")}

    assert found - known == set()
    assert (pages_of_models() | OTHERS.keys()) - found == set(), "The table names a page that is not there."


def test_every_model_of_the_admin_is_in_the_table():
    assert {model._meta.label_lower for model in admin.site._registry} == TABLE.keys()


BELOW = {  # what the address of a page names besides a row of its model
    "workbench_onemention": ("mention", "events.mention"),
    "workbench_proposeagain": ("report", "events.report"),
}


class Desk:
    """A row of each model, and who asks for its pages."""

    def __init__(self) -> None:
        self.world = World()
        self.world.grow(1)
        self.people = {role: somebody(role) for role in ROLES}
        self.rows = {model._meta.label_lower: self.row(model) for model in admin.site._registry}

    def row(self, model):
        if model is ApiToken:
            return None  # each opens her own
        return model._default_manager.order_by("-pk").first()

    def other(self, name: str, role: str) -> str:
        """A page of OTHERS, for a row of the model in its name, or for an article at the workbench."""
        if name == "events_suggestiondecision_figures":
            return reverse(f"admin:{name}")
        if name.startswith("workbench"):
            word, label = BELOW.get(name, ("", ""))
            named = {word: self.rows[label].pk} if word else {}
            return reverse(f"admin:{name}", kwargs={"object_id": self.rows["articles.article"].pk, **named})
        row = self.rows[".".join(name.split("_")[:2])] or make_token(self.people[role])[0]
        state = f"?state={row.history.latest('pgh_id').pgh_id}" if name.endswith("_restore") else ""
        return reverse(f"admin:{name}", args=[row.pk]) + state

    def address(self, label: str, page: str, role: str) -> str:
        row = self.rows[label] or make_token(self.people[role])[0]
        args = [] if page in ("changelist", "add") else [row.pk]
        return reverse(f"admin:{label.replace('.', '_')}_{page}", args=args)


@pytest.fixture(scope="module")
def desk(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Desk]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield Desk()
        transaction.set_rollback(True)


def first_of(label: str, page: str) -> str:
    reads, adds, deletes = TABLE[label]
    return {"add": adds, "delete": deletes}.get(page, reads)


def answer_for(role: str, first: str) -> int:
    """What a page answers: the log-in to those who have no business in the admin."""
    if role in ("anonymous", "reader"):
        return 302
    return 200 if first != NOBODY and ROLES.index(role) >= ROLES.index(first) else 403


def client_of(desk: Desk, role: str) -> Client:
    client = Client()
    if role != "anonymous":
        client.force_login(desk.people[role])
    return client


@pytest.mark.parametrize("role", ("anonymous", *ROLES))
def test_pages_of_each_model_are_for_their_roles_alone(desk, role):
    client, told = client_of(desk, role), {}

    for label in TABLE:
        for page in PAGES:
            address = desk.address(label, page, "annotator" if role == "anonymous" else role)
            told[address] = (client.get(address).status_code, answer_for(role, first_of(label, page)))

    assert {address: got for address, got in told.items() if got[0] != got[1]} == {}


@pytest.mark.parametrize("role", ("anonymous", *ROLES))
def test_other_pages_are_for_their_roles_alone(desk, role):
    """Those who may not are refused as such; what the page says to others depends on the row."""
    client, told = client_of(desk, role), {}

    for name, first in OTHERS.items():
        answer = client.get(desk.other(name, "annotator" if role == "anonymous" else role))
        login = answer.headers.get("Location", "").startswith("/admin/login/")
        told[name] = (302 if login else answer.status_code, answer_for(role, first))

    refused = {302, 401, 403} if role in ("anonymous", "reader") else {403}
    wrong = {name: got for name, got in told.items() if (got[0] in refused) != (got[1] in refused)}
    assert wrong == {}
