"""Answers of the API as they are meant to be, kept as files. `pytest --golden` writes them anew, to be reviewed."""

import json
from pathlib import Path
from typing import Any

from articles.models import Citation, CitedReport, CrossReference, Publication
from events.models import (
    Affiliation,
    Attribution,
    Event,
    EventContext,
    EvidenceKind,
    Participation,
    PlaceClaim,
    PlaceName,
)
from tests import make

CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


def agrees(folder: Path, name: str, answer: Any, *, write: bool) -> bool:
    """Whether `answer` equals the file `name`; with `write`, it does from now on."""
    file = folder / f"{name}.json"
    if write:
        file.write_text(json.dumps(answer, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    return json.loads(file.read_text(encoding="utf-8")) == answer


def make_world(*, with_release: bool = True) -> None:
    """Two public articles of one event among hidden rows, with ids of our own, as answers print them."""
    publication = make.make_publication(
        id=9001, slug="monitor", title="Monitor", aliases=["The Monitor"], publisher="A House", first_year=1995
    )
    issue = make.make_issue(id=9001, publication=publication, volume=5, number=107, date="1999-06-03")
    undated = make.make_issue(id=9002, publication=publication, volume=5, number=108, date="")
    first = make.make_article(
        id=9001, issue=issue, published=True, title="Talks in Varda", title_printed="TALKS IN VARDA", byline="A. Writer"
    )
    second = make.make_article(id=9002, issue=undated, published=True, section="Rivers")
    draft = make.make_article(id=9003, issue=undated)
    make_event(publication, first, second, draft)
    refer(second, first)
    if with_release:
        make.make_release()


def make_event(publication: Publication, first: Any, second: Any, draft: Any) -> None:
    coder = make.make_user("annotator")
    envoy, state, neighbour = (
        make.make_actor(id=9001, slug="ivan-petrov", name="Ivan Petrov"),
        make.make_actor(id=9002, slug="northland", name="Northland", kind="state", wikidata="Q42"),
        make.make_actor(id=9003, slug="southland", name="Southland", kind="state", unrecognised=True),
    )
    Affiliation.objects.create(
        person=envoy, organisation=state, office="Foreign Minister", sector="GOV", start="1998", start_is_real=True
    )
    country = make.make_place(
        id=9001, slug="northland", name="Northland", kind="country", country="NL", geonames=690791
    )
    varda = make.make_place(
        id=9002, slug="varda", name="Varda", parent=country, latitude="49.5", longitude="32.25", wikidata="Q649"
    )
    PlaceName.objects.create(place=varda, name="Wardau", used="1919/1940")
    PlaceClaim.objects.create(place=varda, state=neighbour)
    event = make.make_event(
        id=9001,
        label="Envoys of two states meet in Varda",
        type_id="CONSULT",
        mode_id="CONSULT.visit",
        date="1999-05-28",
        place=varda,
        geo_precision="city",
        participants=[(envoy, "actor"), (neighbour, "recipient"), (state, "host")],
    )
    EventContext.objects.create(event=event, context_id="diplomatic")
    kyodo = make.make_source(id=9001, slug="kyodo", name="Kyodo", kind="agency", country="JP", aliases=["Kyodo News"])
    citation = cite(9001, first, kyodo, "1999-05-28/1999-05-29")
    cite(9002, draft, make.make_source(id=9002, slug="ap", name="AP"), "1999-05-29")
    report = make.make_report(id=9001, event=event, article=first, by=coder, confirmed=True, hedged=True)
    make.make_evidence(report, "met", kind=EvidenceKind.TRIGGER)
    Attribution.objects.create(report=report, cited_report=citation.reports.get(), scope="paragraph")
    other = make.make_report(
        id=9002,
        event=event,
        article=second,
        by=coder,
        confirmed=True,
        background=True,
        claimed_date="1999-05-29",
        claimed_place=country,
    )
    Participation.objects.create(event=event, report=other, actor=envoy, role="mediator", office="Special Envoy")
    make.make_report(id=9003, event=event, article=draft, by=coder, confirmed=True)
    Event.objects.filter(pk=event.pk).derive_again()
    make.make_mention(first, "Varda", varda, id=9001)
    make.make_mention(draft, "Varda", varda, id=9002)


def cite(number: int, article: Any, source: Any, date: str) -> Citation:
    citation = Citation(id=number, article=article)
    start = article.text.index(CITES)
    citation.place_on(article.text, start, start + len(CITES), version=1)
    citation.save()
    CitedReport.objects.create(citation=citation, news_source=source, date=date)
    return citation


def refer(article: Any, target: Any) -> None:
    reference = CrossReference(id=9001, article=article, target_article=target)
    reference.place_on(article.text, 0, 6, version=1)
    reference.save()
