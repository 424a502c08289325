"""Who took part, as the event has it or as one report claims it, with the office held on that day."""

from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, DateField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat, JSONObject, NullIf

from articles.exports.rows import Viewer
from events.models import Affiliation, Participation

SAID = Concat(
    Coalesce(NullIf("office", Value("")), Value("Member")),
    Value(" of "),
    "organisation__name",
    output_field=CharField(),
)


def of_event(viewer: Viewer) -> ArraySubquery:
    """The participations of the event itself, for a query of events."""
    own = Participation.objects.of_event_itself().filter(event=OuterRef("pk"))
    return _listed(own, _office(viewer, "event__date"))


def claimed_by_report(viewer: Viewer) -> ArraySubquery:
    """The participations that a report claims, for a query of reports: on the day it claims, else on the event's."""
    claimed = Participation.objects.filter(report=OuterRef("pk"))
    on_claimed_day = When(~Q(report__claimed_date=""), then=_office(viewer, "report__claimed_date"))
    return _listed(claimed, Case(on_claimed_day, default=_office(viewer, "event__date")))


def _listed(participations: QuerySet, office: Any) -> ArraySubquery:
    actor = JSONObject(slug="actor__slug", name="actor__name", kind="actor__kind")
    given = NullIf("office", Value(""))
    row = JSONObject(role="role", actor=actor, office=Coalesce(given, office, Value("")))
    return ArraySubquery(participations.order_by("id").values(json=row))


def _office(viewer: Viewer, day: str) -> Case:
    """`Foreign Minister of Japan`, several parted by commas; nothing where the date is not known."""
    first, last = f"{day}_lower", f"{day}_upper"
    held = Affiliation.objects.visible_to(viewer.user).filter(person=OuterRef("actor"))
    held = held.on(_or(first, date.min), _or(last, date.max)).order_by().values("person")
    offices = Subquery(held.annotate(said=StringAgg(SAID, ", ", order_by=("start_lower", "id"))).values("said"))
    undated = Q(**{f"{first}__isnull": True, f"{last}__isnull": True})
    return Case(When(undated, then=Value(None)), default=offices, output_field=CharField())


def _or(bound: str, otherwise: date) -> Coalesce:
    return Coalesce(OuterRef(bound), Value(otherwise), output_field=DateField())
