import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from articles.filters import ParametersRefused, filtered
from articles.models import Article
from events import filters, models
from events.models import Actor, Attribution, Event, EventContext, Mention, Participation, Place, Report
from tests import make
from tests.golden import CITES

pytestmark = pytest.mark.django_db

PARAMETERS = {
    filters.EventFilters: "id type quad mode context status after before match actor role place source min_sources "
    "publication volume number article has_conflict q changed_since",
    filters.ArticleEventFilters: "id publication volume number after before match section source "
    "event_type actor place has_events q",
    filters.ReportFilters: "id event article publication volume number status hedged background source "
    "claimed_type claimed_place",
    filters.MentionFilters: "id article publication volume number kind actor place reading",
    filters.ActorFilters: "id kind unrecognised wikidata organisation sector",
    filters.PlaceFilters: "id kind country parent wikidata geonames claimed_by",
    filters.EventTypeFilters: "id quad needs_recipient",
    filters.ModeFilters: "id type",
    filters.ContextFilters: "id",
}
MODELS = {
    filters.EventFilters: Event,
    filters.ArticleEventFilters: Article,
    filters.ReportFilters: Report,
    filters.MentionFilters: Mention,
    filters.ActorFilters: Actor,
    filters.PlaceFilters: Place,
    filters.EventTypeFilters: models.EventType,
    filters.ModeFilters: models.Mode,
    filters.ContextFilters: models.Context,
}


def found(query, filterset=filters.EventFilters, user=None):
    rows = MODELS[filterset].objects.visible_to(user)
    return set(filtered(QueryDict(query), rows, filterset, user=user))


def refusal(query, filterset=filters.EventFilters, user=None):
    with pytest.raises(ParametersRefused) as refused:
        found(query, filterset, user)
    return [(error.parameter, error.message) for error in refused.value.errors]


def refused(query, filterset=filters.EventFilters, user=None):
    return [parameter for parameter, _message in refusal(query, filterset, user)]


def public_event(article=None, **over):
    """An event with a confirmed report in a published article."""
    event = make.make_event(**over)
    make.make_report(event=event, article=article or make.make_article(published=True), confirmed=True)
    return event


@pytest.mark.parametrize("filterset", PARAMETERS)
def test_a_set_lists_its_parameters_and_explains_each(filterset):
    assert sorted(filterset.base_filters) == sorted(PARAMETERS[filterset].split())
    assert all(parameter.help for parameter in filterset.base_filters.values())


@pytest.mark.parametrize("filterset", PARAMETERS)
@pytest.mark.parametrize("name", ["colour", "changed_since", "pk", "actor__slug"])
def test_an_unknown_parameter_is_refused_by_name(filterset, name):
    assert refused(f"{name}=x", filterset) == [name]


@pytest.mark.parametrize("filterset", PARAMETERS)
@pytest.mark.parametrize("value", ["", "%00", "x" * 201])
def test_what_is_no_value_is_refused(filterset, value):
    for name in filterset.base_filters:
        assert refused(f"{name}={value}", filterset) == [name]


@pytest.mark.parametrize(
    "query",
    [
        "type=agree",
        "type=NOTHING",
        "quad=cooperation",
        "mode=visit",
        "mode=CONSULT.nothing",
        "context=nothing",
        "status=happened",
        "role=villain",
        "min_sources=-1",
        "min_sources=many",
        "min_sources=1&min_sources=2",
        "has_conflict=perhaps",
        "actor=no%20slug",
        "place=no-such-place",
        "article=x",
    ],
)
def test_a_malformed_value_is_refused_by_name(query):
    assert refused(query) == [query.partition("=")[0]]


@pytest.mark.parametrize("value", ["1", "E1", "E000000", "e000001", "E0000001", "E999999"])
def test_what_is_no_public_event_is_refused(value):
    assert refused(f"event={value}", filters.ReportFilters) == ["event"]


def test_events_by_their_own_columns():
    event = public_event(type_id="CONSULT", mode_id="CONSULT.visit", date="1999-05-28")
    other = public_event(type_id="SANCTION", mode_id="SANCTION.expel", date="1999-06")
    EventContext.objects.create(event=event, context_id="diplomatic")
    EventContext.objects.create(event=event, context_id="territory")
    EventContext.objects.create(event=other, context_id="territory")

    assert found("type=CONSULT") == {event}
    assert found("type=CONSULT&type=SANCTION") == {event, other}
    assert found("quad=material-conflict") == {other}
    assert found("mode=SANCTION.expel") == {other}
    assert found("context=diplomatic&context=territory") == {event, other}
    assert found("context=diplomatic") == {event}
    assert found("status=occurred") == {event, other}
    assert found("status=planned") == set()
    assert found("after=1999-06") == {other}
    assert found("before=1999-05-31&match=certain") == {event}
    assert found("has_conflict=false") == {event, other}
    assert found("has_conflict=true") == set()


def test_only_public_events_are_found():
    make.make_report(event=make.make_event(), article=make.make_article(published=True))
    make.make_report(event=make.make_event(), article=make.make_article(), confirmed=True)

    assert found("type=CONSULT") == set()


def test_actor_and_role_hold_in_one_participation():
    actor, other = make.make_actor(), make.make_actor()
    event = public_event(participants=[(actor, "actor"), (other, "recipient")])

    assert found(f"actor={actor.slug}&role=actor") == {event}
    assert found(f"actor={actor.slug}&role=recipient") == set()
    assert found(f"actor={actor.slug}&actor={other.slug}&role=recipient") == {event}
    assert found("role=mediator") == set()


def test_an_actor_that_only_a_public_report_claims_is_found_and_one_of_a_hidden_report_is_not():
    claimed, hidden = make.make_actor(slug="claimed"), make.make_actor(slug="hidden")
    event = public_event()
    proposed = make.make_report(event=event, article=make.make_article(published=True))
    Participation.objects.create(event=event, report=event.reports.order_by("pk")[0], actor=claimed, role="host")
    Participation.objects.create(event=event, report=proposed, actor=hidden, role="host")

    assert found("actor=claimed&role=host") == {event}
    assert refused("actor=hidden") == ["actor"]
    assert found("actor=hidden", user=make.make_user("reviewer")) == {event}


def test_a_hidden_actor_and_one_that_never_was_are_refused_in_the_same_words():
    make.make_actor(slug="hidden")

    answers = [refusal(f"actor={slug}", user=AnonymousUser())[0][1].replace(slug, "…") for slug in ("hidden", "never")]

    assert answers[0] == answers[1]


def test_a_place_includes_all_that_lies_in_it():
    country = make.make_place(kind="country")
    region = make.make_place(parent=country, kind="admin1")
    city = make.make_place(parent=region)
    event = public_event(place=city)
    elsewhere = public_event(place=make.make_place())

    for place in (country, region, city):
        assert found(f"place={place.slug}") == {event}
    assert found(f"place={country.slug}&place={elsewhere.place.slug}") == {event, elsewhere}


def test_a_place_that_a_report_claims_is_found():
    city = make.make_place(parent=make.make_place(slug="country"))
    event = make.make_event()
    make.make_report(event=event, article=make.make_article(published=True), confirmed=True, claimed_place=city)

    assert found(f"place={city.slug}") == {event}
    assert found("place=country") == {event}


def test_a_merged_row_means_the_one_that_was_kept():
    actor, place = make.make_actor(), make.make_place()
    make.make_actor(slug="old-name", merged_into=actor)
    make.make_place(slug="old-place", merged_into=place)
    event = public_event(place=place, participants=[(actor, "actor")])
    merged = make.make_event(merged_into=event)

    assert found("actor=old-name") == {event}
    assert found("place=old-place") == {event}
    assert found(f"event={merged.public_id}", filters.ReportFilters) == set(event.reports.all())


def attributed(report, source, **over):
    citation = make.make_citation(report.article, CITES, (source, "1999-05-28"))
    Attribution.objects.create(report=report, cited_report=citation.reports.get())
    Event.objects.filter(pk=report.event_id).derive_again()
    return citation


def test_publication_number_article_and_source_hold_in_one_report():
    one, two = make.make_publication(slug="one"), make.make_publication(slug="two")
    first = make.make_article(published=True, issue=make.make_issue(publication=one, volume=1, number=11))
    second = make.make_article(published=True, issue=make.make_issue(publication=two, volume=2, number=22))
    event = make.make_event()
    report = make.make_report(event=event, article=first, confirmed=True)
    make.make_report(event=event, article=second, confirmed=True)
    source = make.make_source(slug="kyodo")
    attributed(report, source)

    assert found("publication=one&volume=1&number=11") == {event}
    assert found("publication=one&volume=2") == set()
    assert found(f"publication=two&article={second.pk}") == {event}
    assert found(f"publication=two&article={first.pk}") == set()
    assert found("source=kyodo&publication=one") == {event}
    assert found("source=kyodo&publication=two") == set()
    assert found("source=kyodo", filters.ReportFilters) == {report}


def test_events_of_at_least_so_many_sources():
    event = public_event()
    public_event()
    attributed(event.reports.get(), make.make_source())

    assert found("min_sources=1") == {event}
    assert len(found("min_sources=0")) == 2
    assert found("min_sources=2") == set()


def test_a_merged_source_means_the_one_that_was_kept():
    event = public_event()
    kept = make.make_source(slug="itar-tass")
    attributed(event.reports.get(), make.make_source(slug="tass", merged_into=kept))
    make.make_citation(make.make_article(published=True), CITES, (kept, ""))

    assert found("source=tass") == {event}
    assert found("source=itar-tass") == {event}


def test_event_type_actor_and_place_of_an_article_hold_in_one_event():
    article = make.make_article(published=True)
    actor, place = make.make_actor(), make.make_place()
    public_event(article, type_id="CONSULT", participants=[(actor, "actor")])
    public_event(article, type_id="PROTEST", place=place)
    articles = filters.ArticleEventFilters

    assert found(f"event_type=CONSULT&actor={actor.slug}", articles) == {article}
    assert found(f"event_type=PROTEST&actor={actor.slug}", articles) == set()
    assert found(f"event_type=PROTEST&place={place.slug}", articles) == {article}
    assert found(f"actor={actor.slug}&place={place.slug}", articles) == set()
    assert found("event_type=PROTEST&event_type=AID", articles) == {article}


def test_articles_with_and_without_public_events():
    reporting, silent, unreviewed = (make.make_article(published=True) for _ in range(3))
    public_event(reporting)
    make.make_report(article=unreviewed)
    articles = filters.ArticleEventFilters

    assert found("has_events=true", articles) == {reporting}
    assert found("has_events=0", articles) == {silent, unreviewed}
    assert found("event_type=CONSULT", articles) == {reporting}
    assert found("has_events=true", articles, make.make_user("reviewer")) == {reporting, unreviewed}


def test_mentions_by_what_they_name():
    actor, country = make.make_actor(), make.make_place()
    city = make.make_place(parent=country)
    article = make.make_article(published=True)
    public_event(article, place=city, participants=[(actor, "actor")])
    of_place = make.make_mention(article, "Varda", city)
    of_actor = make.make_mention(article, "Envoys", actor, reading="metonym")
    mentions = filters.MentionFilters

    assert found("kind=place", mentions) == {of_place}
    assert found(f"actor={actor.slug}", mentions) == {of_actor}
    assert found(f"place={country.slug}", mentions) == {of_place}
    assert found("reading=metonym", mentions) == {of_actor}
    assert found(f"article={article.pk}", mentions) == {of_place, of_actor}


def test_reports_by_their_own_columns():
    article = make.make_article(published=True)
    event = public_event(article)
    report = event.reports.get()
    claims = make.make_report(
        event=event,
        article=make.make_article(published=True),
        confirmed=True,
        claimed_type_id="AID",
        hedged=True,
        background=True,
        status="planned",
    )
    reports = filters.ReportFilters

    assert found(f"event={event.public_id}", reports) == {report, claims}
    assert found("claimed_type=AID", reports) == {claims}
    assert found("hedged=true&background=true&status=planned", reports) == {claims}
    assert found(f"article={article.pk}", reports) == {report}


def test_actors_places_and_codes_by_theirs():
    state = make.make_actor(kind="state", unrecognised=True, wikidata="Q42")
    country = make.make_place(kind="country", country="UA", wikidata="Q212")
    city = make.make_place(parent=country, country="UA")
    public_event(place=city, participants=[(state, "actor"), (make.make_actor(), "actor")])

    assert found("kind=state&unrecognised=true&wikidata=Q42", filters.ActorFilters) == {state}
    assert found("country=UA", filters.PlaceFilters) == {country, city}
    assert found(f"parent={country.slug}", filters.PlaceFilters) == {city}
    assert {mode.code for mode in found("type=CONSULT", filters.ModeFilters)} >= {"visit", "phone"}
    assert {row.pk for row in found("quad=none", filters.EventTypeFilters)} == {
        "X-APPOINT",
        "X-LEGISLATE",
        "X-STATE",
        "X-ECON",
        "X-DISASTER",
    }
