"""The filters of events and of what belongs to them, and those of articles that speak of events."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from articles.exports.changes import Progress, progress_of
from articles.filters import ArticleFilters, StrictFilterSet
from articles.filters.parameter import AtLeast, Choice, Flag, IdKey, Key, Named, Numbered, Parameter, SlugKey
from articles.filters.printed import (
    ID_OF,
    SOURCE,
    after,
    article,
    before,
    ids,
    match,
    number,
    publication,
    slugs,
    volume,
    words,
)
from articles.models import NewsSource, PublicChange
from articles.paging import BY_ID, BY_NAME, Ordering, SortKey, dated
from articles.parameters import shown
from events.models import (
    Actor,
    ActorKind,
    Affiliation,
    Attribution,
    Event,
    EventContext,
    EventType,
    Mention,
    MentionKind,
    Mode,
    Participation,
    Place,
    PlaceClaim,
    PlaceKind,
    Quad,
    Reading,
    Release,
    Report,
    ReportStatus,
    Role,
    number_of,
    public_id,
)
from events.models import Context as ContextCode

ACTOR = "Slug of an actor; a merged one means the one that was kept."
PLACE = "Slug of a place, all that lies in it included; a merged one means the one that was kept."
TYPE = "Code of an event type, such as CONSULT."
IN_CODEBOOK = (Ordering("position", (SortKey("position", int), SortKey("pk", str))),)


def codes(model: type[Model], field: str) -> Key:
    return Key(model, field, "pk", help=ID_OF.format(f"{field}s"))


class EventKey(IdKey):
    """An event by its public id."""

    def __init__(self, path: str, **kwargs: Any) -> None:
        super().__init__(Event, path, **kwargs)

    def read(self, value: str) -> int:
        number = number_of(value)
        if number is None:
            raise ValueError(f"“{shown(value)}” is not the id of an event, such as E000123.")
        return number

    def written(self, value: int) -> str:
        return public_id(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^E[0-9]{6,}$"}


class PlaceKey(SlugKey):
    """A place with all that lies in it."""

    def __init__(self, path: str, **kwargs: Any) -> None:
        super().__init__(Place, path, help=PLACE, **kwargs)

    def rows_of(self, kept: set[Any]) -> Q:
        return Q(**{f"{self.path}__in": places_within(kept)})


class EventPlaceKey(PlaceKey):
    """A place with all that lies in it: the event's own, or the one a report claims. `event` leads to the event."""

    def __init__(self, event: str = "", **kwargs: Any) -> None:
        super().__init__(f"{event}__place" if event else "place", **kwargs)
        self.event = event or "pk"

    def rows_of(self, kept: set[Any]) -> Q:
        claims = Report.objects.visible_to(self.user).filter(claimed_place__in=places_within(kept))
        return super().rows_of(kept) | Q(**{f"{self.event}__in": claims.values("event")})


class TakesPart(SlugKey):
    """An actor that takes part in the event of a report."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Actor, "actor", help=ACTOR, **kwargs)

    def rows_of(self, kept: set[Any]) -> Q:
        return Q(Exists(participations(self.user, of="event").filter(actor__in=kept)))


class HasEvents(Flag):
    """Whether the article reports an event."""

    def condition(self, values: Sequence[bool]) -> Q:
        reports = Exists(reports_of_article(self.user))
        return Q(reports) if values[0] else ~Q(reports)


def places_within(kept: set[Any]) -> QuerySet:
    return Place.objects.within(Place.objects.filter(pk__in=kept)).values("pk")


def participations(user: Any, of: str = "pk") -> QuerySet:
    """Those of the outer row's event that the user sees: its own, and what reports claim that he sees."""
    return Participation.objects.visible_to(user).filter(event=OuterRef(of))


def reports_of_event(user: Any) -> QuerySet:
    return Report.objects.visible_to(user).filter(event=OuterRef("pk"))


def reports_of_article(user: Any) -> QuerySet:
    return Report.objects.visible_to(user).filter(article=OuterRef("pk"))


def contexts_of_event(_user: Any) -> QuerySet:
    return EventContext.objects.filter(event=OuterRef("pk"))


def attributions_of_report() -> QuerySet:
    """Who said what the report says, but for citations whose words are gone."""
    return Attribution.objects.filter(report=OuterRef("pk")).exclude(cited_report__citation__state="orphan")


class SaidBy(SlugKey):
    """A source to which a report is attributed, for a row that is a report."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(NewsSource, "cited_report__news_source", merged=True, help=SOURCE, **kwargs)

    def rows_of(self, kept: set[Any]) -> Q:
        return Q(Exists(attributions_of_report().filter(super().rows_of(kept))))


class ChangedSince(Parameter):
    """Whether the public was told of a change of the event since somebody read `changes`."""

    takes_one = True

    def read(self, value: str) -> Progress:
        return progress_of(value)

    def condition(self, values: Sequence[Progress]) -> Q:
        changes = PublicChange.objects.since(values[0].number, values[0].change).filter(kind="events")
        return Q(pk__in=changes.order_by().values("row_id"))


class EventFilters(StrictFilterSet):
    """Filters look at the event as it is shown; `actor` and `place` also at what its reports claim instead.

    `publication`, `volume`, `number`, `article`, `source` and `q` (words of the article) hold in one report, `actor`
    and `role` in one participation.
    """

    resource = "events"
    orderings = (*dated(), *BY_ID)
    facets = ("type", "quad", "mode", "context", "status", "actor", "role", "publication", "has_conflict")
    related = {"report": reports_of_event, "participation": participations, "context": contexts_of_event}

    id = EventKey("pk", help=ID_OF.format("public ids"))
    type = Key(EventType, "code", "type", help=TYPE)
    quad = Choice(Quad, "type__quad", help="Quarter to which the type belongs.")
    mode = Key(Mode, "key", "mode", help="Key of a mode, such as SANCTION.expel.")
    context = Key(ContextCode, "code", "context", within="context", help="Code of a context, such as diplomatic.")
    status = Choice(ReportStatus, "status", help="How it stands by its newest report.")
    after, before, match = after(), before(), match()
    actor = SlugKey(Actor, "actor", within="participation", help=ACTOR)
    role = Choice(Role, "role", within="participation", help="Part that an actor has in it.")
    place = EventPlaceKey()
    source = SaidBy(within="report")
    min_sources = AtLeast("min_sources", help="Attributed to at least that many sources.")
    publication = publication("article__issue__publication", within="report")
    volume = volume("article__issue__volume", within="report")
    number = number("article__issue__number", within="report")
    article = article(within="report")
    q = words("article", "article__issue", within="report")
    has_conflict = Flag("has_conflict", help="Whether its reports contradict each other.")
    changed_since = ChangedSince(help="Changed since this cursor of the API's `changes`.")


class ArticleEventFilters(ArticleFilters):
    """An article's date is its issue's. `event_type`, `actor` and `place` hold in one event that it reports."""

    related = {**ArticleFilters.related, "event": reports_of_article}
    facets = ("publication", "section", "source", "event_type")

    event_type = Key(EventType, "code", "event__type", within="event", help=TYPE)
    actor = TakesPart(within="event")
    place = EventPlaceKey("event", within="event")
    has_events = HasEvents(help="Whether it reports an event.")


class ReportFilters(StrictFilterSet):
    resource = "reports"
    orderings = BY_ID
    facets = ("publication", "status", "hedged", "background", "claimed_type")

    id = ids(Report)
    event = EventKey("event", help="Public id of an event, such as E000123; a merged one means the one that was kept.")
    article = article()
    publication = publication("article__issue__publication")
    volume = volume("article__issue__volume")
    number = number("article__issue__number")
    status = Choice(ReportStatus, "status", help="What the article says of it.")
    hedged = Flag("hedged", help="Whether it is said with a reserve.")
    background = Flag("background", help="Whether it is recalled as background.")
    source = SaidBy()
    claimed_type = Key(EventType, "code", "claimed_type", help=TYPE)
    claimed_place = PlaceKey("claimed_place")


class MentionFilters(StrictFilterSet):
    resource = "mentions"
    orderings = BY_ID
    facets = ("publication", "kind", "reading", "actor")

    id = ids(Mention)
    article = article()
    publication = publication("article__issue__publication")
    volume = volume("article__issue__volume")
    number = number("article__issue__number")
    kind = Choice(MentionKind, "kind", help="What the words name.")
    actor = SlugKey(Actor, "actor", help=ACTOR)
    place = PlaceKey("place")
    reading = Choice(Reading, "reading", help="Whether a name stands for itself or, as a metonym, for a government.")


class ActorFilters(StrictFilterSet):
    """`organisation` and `sector` hold in one office."""

    resource = "actors"
    orderings = (BY_NAME, *BY_ID)
    facets = ("kind", "unrecognised", "sector", "organisation")
    related = {"office": lambda user: Affiliation.objects.visible_to(user).filter(person=OuterRef("pk"))}

    id = slugs(Actor)
    kind = Choice(ActorKind, "kind", help="What kind of actor it is.")
    unrecognised = Flag("unrecognised", help="Whether it is a state that most states do not recognise.")
    wikidata = Named(Actor, "wikidata", "wikidata", help="Wikidata id.")
    organisation = SlugKey(
        Actor, "organisation", within="office", help="Slug of a state or organisation it belongs to."
    )
    sector = Named(Affiliation, "sector", "sector", within="office", help="Sector code of an office it holds, as GOV.")


class PlaceFilters(StrictFilterSet):
    resource = "places"
    orderings = (BY_NAME, *BY_ID)
    facets = ("kind", "country")
    related = {"claim": lambda _user: PlaceClaim.objects.filter(place=OuterRef("pk"))}

    id = slugs(Place)
    kind = Choice(PlaceKind, "kind", help="What kind of place it is.")
    country = Named(Place, "country", "country", help="ISO 3166 code, such as UA.")
    parent = SlugKey(Place, "parent", help="Slug of the place it lies in, one step up.")
    wikidata = Named(Place, "wikidata", "wikidata", help="Wikidata id.")
    geonames = Numbered(Place, "geonames", "geonames", help="GeoNames id.")
    claimed_by = SlugKey(Actor, "state", within="claim", help="Slug of a state that claims it.")


class EventTypeFilters(StrictFilterSet):
    resource = "event-types"
    orderings = IN_CODEBOOK
    facets = ("quad", "needs_recipient")

    id = codes(EventType, "code")
    quad = Choice(Quad, "quad", help="Quarter to which the type belongs.")
    needs_recipient = Flag("needs_recipient", help="Whether such an event has somebody at whom it is directed.")


class ModeFilters(StrictFilterSet):
    resource = "modes"
    orderings = IN_CODEBOOK
    facets = ("type",)

    id = codes(Mode, "key")
    type = Key(EventType, "code", "type", help=TYPE)


MADE = (SortKey("public_number", int), SortKey("pk", str))


class ReleaseFilters(StrictFilterSet):
    resource = "releases"
    orderings = (Ordering("-made", MADE), Ordering("made", MADE))

    id = codes(Release, "version")


class ContextFilters(StrictFilterSet):
    resource = "contexts"
    orderings = IN_CODEBOOK

    id = codes(ContextCode, "code")
