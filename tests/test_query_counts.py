"""What a page costs does not grow with what it shows: n rows and 2n rows take the same number of statements.

One line an address. Whoever adds a page or a list adds its line.
"""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from articles import public_revision
from articles.models import Article, CrossReference, ImportProblem, ImportRun, OldAddress
from events import editing
from events.merging import merge
from events.models import Affiliation, Attribution, Event, EventContext, EventRelation, Participation, SavedList
from monitor.api import RESOURCES
from tests import make
from tests.golden import CITES
from tests.programs import program_of

# One worker: all are counted over one world. A run of these alone would get no database without the mark.
pytestmark = [pytest.mark.xdist_group("query counts"), pytest.mark.django_db]

ROWS = 3
ADMIN_LISTS = [
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in admin.site._registry
]
ADDRESSES = [  # who asks ("" is the public), what for
    ("", "/"),
    ("", "/about/"),
    ("", "/calendar/1999/"),
    ("", "/on-this-day/06-03/"),
    ("", "/search/"),
    ("", "/search/?q=envoys"),
    ("", "/search/?q=envoys&source=kyodo&ordering=relevance"),
    ("", "/articles/?q=envoys&publication=digest"),
    ("", "/timeline/"),
    ("", "/timeline/?by=month&type=CONSULT&actor=minister&publication=digest&after=1990"),
    ("", "/map/"),
    ("", "/map/?type=CONSULT&place=country"),
    ("", "/codebook/"),
    ("", "/data/"),
    ("", "/data/1.0.0/"),
    ("", "/api/v1/releases/1.0.0/"),
    ("", "/publications/"),
    ("", "/publications/digest/"),
    ("", "/publications/digest/5/"),
    ("", "/publications/digest/5/107/"),
    ("", "/publications/digest/5/107/1/"),
    ("", "/publications/digest/5/107/1/index.json"),
    *(("", f"/{name}/") for name in ("articles", "events", "actors", "places", "sources")),
    *(("", f"/feeds/{name}/") for name in ("articles", "events")),
    *(("", f"/sitemap-{name}.xml") for name in ("issues", "articles", "events", "actors", "places", "sources")),
    ("", "/events/?type=CONSULT&actor=minister&place=country&after=1990&source=kyodo&publication=digest"),
    ("", "/articles/?event_type=CONSULT&actor=minister&place=country&after=1990&source=kyodo"),
    *(("", f"/publications/digest/5/107/1/index.{name}") for name in ("txt", "bib", "ris", "csl.json")),
    ("", "/sources/kyodo/"),
    ("", "/events/{event}/"),
    ("", "/events/{event}/index.json"),
    ("", "/actors/minister/"),
    ("", "/actors/minister/index.json"),
    ("", "/places/country/"),
    ("", "/places/country/index.json"),
    *(("", f"/api/v1/{name}/") for name in RESOURCES),
    *(("", f"/api/v1/{name}/?page_size=2&total=1") for name in RESOURCES),
    *(("reviewer", f"/api/v1/{name}/") for name in RESOURCES),
    ("", "/api/v1/events/?changed_since=0"),
    ("", "/api/v1/changes/"),
    *(("", f"/api/v1/{name}/facets/") for name in RESOURCES),
    (
        "",
        "/api/v1/articles/?event_type=CONSULT&actor=minister&place=country&after=1990&source=kyodo&publication=digest",
    ),
    ("", "/api/v1/events/?type=CONSULT&actor=minister&role=actor&place=country&after=1990&source=kyodo&min_sources=0"),
    ("", "/api/v1/articles/?q=envoys+Varda+after:1990&publication=digest"),
    ("", "/api/v1/events/?q=envoys+Varda&type=CONSULT"),
    ("", "/api/v1/events/{event}/"),
    ("", "/api/v1/articles/{article}/"),
    ("", "/api/v1/reports/{report}/"),
    ("", "/api/v1/reports/{report}/?format=jsonld"),
    ("", "/api/v1/articles/{article}/?format=jsonld"),
    ("", "/api/v1/actors/minister/"),
    ("", "/api/v1/places/country/"),
    ("reviewer", "/api/v1/articles/{article}/suggestions/"),
    ("editor", "/admin/"),
    ("editor", "/admin/events/articletoannotate/"),
    ("editor", "/admin/events/articletoannotate/?list=waiting"),
    ("editor", "/admin/events/articletoannotate/?list=flagged&year=1999"),
    ("editor", "/admin/events/articletoannotate/dashboard/"),
    ("editor", "/admin/events/articletoannotate/{article}/review/"),
    ("editor", "/admin/events/publishedset/"),
    ("editor", "/admin/events/savedlist/"),
    ("editor", "/admin/events/actor/candidates/"),
    ("editor", "/admin/events/place/candidates/"),
    ("editor", "/admin/events/articletoannotate/search/?q=envoys"),
    ("editor", "/admin/articles/article/{article}/preview/"),
    ("editor", "/admin/articles/importrun/"),
    ("editor", "/admin/articles/importrun/add/"),
    ("editor", "/admin/articles/importrun/{run}/change/"),
    ("editor", "/admin/articles/importrun/{run}/undo/"),
    ("editor", "/admin/articles/importproblem/"),
    ("editor", "/admin/articles/importproblem/?run__id__exact={run}&state__exact=open"),
    ("editor", "/admin/articles/importproblem/{problem}/change/"),
    ("editor", "/admin/articles/importproblem/{problem}/keep/"),
    ("editor", "/admin/articles/importproblem/{problem}/take/"),
    *(("administrator", address) for address in ADMIN_LISTS),
]
LISTS = [
    one for one in ADDRESSES if one[0] in ("editor", "administrator") and "{" not in one[1] and "?q=" not in one[1]
]
MOST = 12  # statements of a list of the desk


STREAMS = [  # kept nowhere
    *(("", f"/api/v1/{name}/?format={form}") for name in RESOURCES for form in ("csv", "jsonl")),
    ("", "/api/v1/events/?format=geojson"),
]
ALL = [*ADDRESSES, *STREAMS]


class World:
    """One row of each kind whose page is asked for; `grow` hangs more on every one of them."""

    def __init__(self) -> None:
        self.coder, self.chief = make.make_user("annotator"), make.make_user("editor")
        make.make_release()
        self.publication = make.make_publication(slug="digest")
        self.issue = make.make_issue(publication=self.publication, volume=5, number=107)
        self.article = make.make_article(issue=self.issue, published=True)
        self.source = make.make_source(slug="kyodo")
        self.citation = make.make_citation(self.article, CITES, (self.source, "1999-05-28"))
        self.person, self.state = make.make_actor(slug="minister"), make.make_actor(kind="state")
        self.place = make.make_place(slug="country", kind="country")
        self.event = self.make_event()
        self.report = self.make_report(self.event, self.article)
        Attribution.objects.create(report=self.report, cited_report=self.citation.reports.get())
        self.run = make.make_import_run(by=self.coder, article=self.article)
        Article.objects.filter(pk=self.article.pk).update(import_run=self.run)

    def make_event(self) -> Event:
        participants = [(self.person, "actor"), (self.state, "recipient")]
        return make.make_event(date="1999-05-28", place=self.place, participants=participants)

    def make_report(self, event, article):
        return make.make_report(event=event, article=article, confirmed=True, by=self.coder)

    def grow(self, rows: int) -> None:
        for number in range(rows):
            self.add(number)
        Event.objects.all().derive_again()

    def add(self, number: int) -> None:
        publication = make.make_publication()
        make.make_article(issue=make.make_issue(publication=publication), published=True)
        make.make_article(issue=make.make_issue(publication=self.publication, volume=6), published=True)
        article = make.make_article(issue=self.issue, published=True)
        citation = make.make_citation(
            article, CITES, (self.source, f"1999-06-{number + 1:02}"), (make.make_source(), "")
        )
        other = make.make_import_run(by=make.make_user("editor"), state="applying", article=article)
        make.make_import_problem(self.run, article=article)
        Article.objects.filter(pk=article.pk).update(import_run=other)
        reference = CrossReference(article=article, target_article=self.article)
        reference.place_on(article.text, 0, 6, version=1)
        reference.save()
        self.add_events(article, citation)
        self.add_work(article)

    def add_work(self, article) -> None:
        """A row on each list of the desk that has no public page."""
        article.urls.create(url=f"https://digest.example/{article.pk}")
        OldAddress.objects.leave(f"/old/{article.pk}/", "/articles/")
        problem = {"path": "a.txt", "line": 1, "code": "text_differs", "severity": "conflicting"}
        ImportProblem.objects.create(run=ImportRun.objects.create(by=self.coder), **problem)
        SavedList.objects.create(owner=self.coder, name=f"Of {article.pk}", of="event", query="date=", is_shared=True)
        make.make_decision(article, "Envoys")
        merge(make.make_actor(), make.make_actor(), by=self.chief, reason="One and the same.")
        draft = make.make_article()
        make.make_report(article=draft, by=self.coder)
        editing.publish_set([draft.pk], by=self.chief)
        self.hand_out()

    def hand_out(self) -> None:
        """An article in the chief's hands, one that came back to her, and one with words to check."""
        editing.take(make.make_article(), by=self.chief)
        returned = make.make_report(by=self.chief)
        editing.give_back(returned, by=make.make_user("reviewer"), reason="Which sentence?")
        make.make_report().evidence.update(state="check")

    def add_events(self, article, citation) -> None:
        told = self.make_report(self.event, article)
        Attribution.objects.create(report=told, cited_report=citation.reports.first())
        make.make_evidence(told, "met", kind="trigger")
        event = self.make_event()
        self.make_report(event, self.article)
        EventContext.objects.create(event=event, context_id="diplomatic")
        EventRelation.objects.create(source=event, target=self.event, kind="part_of")
        newcomer, city = make.make_actor(), make.make_place(parent=self.place)
        Participation.objects.create(event=self.event, actor=newcomer, role="mediator")
        Participation.objects.create(event=self.event, report=told, actor=newcomer, role="host")
        Affiliation.objects.create(person=self.person, organisation=self.state, office=city.name)
        self.make_report(make.make_event(place=city, participants=[(newcomer, "actor")]), article)
        make.make_mention(article, "Varda", city)
        make.make_mention(article, "Envoys", self.person)

    def address(self, form: str) -> str:
        run, problem = self.run.pk, self.run.problems.order_by("pk")[0].pk
        ids = {"article": self.article.pk, "report": self.report.pk, "run": run, "problem": problem}
        return form.format(event=self.event.public_id, **ids)


def statements(client, address: str) -> list[str]:
    """What an address asks the database, once everything that a process keeps is kept."""
    client.get(address).getvalue()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        body = response.getvalue()
    assert response.status_code == 200, address
    assert len(body) > 0
    return [query["sql"] for query in queries]


@pytest.fixture(scope="module")
def asked(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[tuple[str, str], list[list[str]]]]:
    """What each address asks of n rows and of 2n, all counted over one world that comes to nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = World()
        people = {role: make.make_user(role) for role in {role for role, _ in ALL if role}} | {"editor": world.chief}
        clients = {"": Client(), **{role: client_of(person) for role, person in people.items()}}
        asked: dict[tuple[str, str], list[list[str]]] = {address: [] for address in ALL}
        for _ in range(2):
            world.grow(ROWS)
            for role, form in ALL:
                asked[role, form].append(statements(clients[role], world.address(form)))
        transaction.set_rollback(True)
    yield asked


def client_of(user: User) -> Client:
    client = program_of(user)
    client.force_login(user)
    return client


@pytest.mark.parametrize(("role", "form"), ALL)
def test_twice_the_rows_cost_the_same_statements(asked, role, form):
    few, many = asked[role, form]

    assert len(many) == len(few), "\n".join(many)


@pytest.mark.parametrize(("role", "form"), LISTS)
def test_lists_of_the_desk_take_few_statements(asked, role, form):
    assert len(asked[role, form][-1]) <= MOST


@pytest.mark.django_db
@pytest.mark.parametrize("name", RESOURCES)
def test_a_list_of_the_api_is_one_statement_after_the_public_revision(client, name):
    World().grow(ROWS)

    revision, *others = statements(client, f"/api/v1/{name}/")

    assert revision == public_revision.NUMBER
    assert len(others) == 1
