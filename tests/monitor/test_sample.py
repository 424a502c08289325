"""The sample digest as files: true to its texts, lawfully coded, and its first article a twin of the seed."""

from pathlib import Path
from typing import Any

import pytest

from articles.citations.citation import find_citations
from articles.dates import Edtf
from articles.text import normalise, paragraphs, sentences
from tests.monitor.sample_files import (
    ARTICLES,
    EVENTS,
    EVIDENCE,
    REPORTS,
    TWIN_ADDRESS,
    TYPES,
    address,
    codes,
    lines,
    participants,
    spans,
)

TWIN = Path(__file__).parents[1] / "samples" / "text" / "twin.txt"


def label_and_article(pair: tuple[dict[str, Any], dict[str, Any]]) -> str:
    return f"{pair[0]['label']} {pair[1]['publication']} {pair[1]['issue']}/{pair[1]['position']}"


# True to the texts


@pytest.mark.parametrize("article", ARTICLES.values(), ids=lambda a: f"{a['publication']} {a['issue']}/{a['position']}")
def test_texts_are_normalised_and_as_long_as_digest_items(article: dict[str, Any]) -> None:
    assert normalise(article["text"]) == article["text"]
    assert 200 <= len(article["text"].split()) <= 500


def test_every_report_is_in_an_article_that_exists_and_once() -> None:
    for event in EVENTS:
        told_in = [address(report) for report in event["reports"]]

        assert set(told_in) <= set(ARTICLES)
        assert len(told_in) == len(set(told_in))


def test_every_quote_stands_at_its_offsets() -> None:
    for _, report, words in EVIDENCE:
        assert ARTICLES[address(report)]["text"][words["start"] : words["end"]] == words["quote"]


@pytest.mark.parametrize("pair", REPORTS, ids=label_and_article)
def test_sentences_are_those_of_the_splitter_and_all_other_words_stand_in_them(pair: Any) -> None:
    report = pair[1]
    split = set(sentences(ARTICLES[address(report)]["text"]))

    told = [(w["start"], w["end"]) for w in report["evidence"] if w["kind"] == "sentence"]

    assert told
    assert set(told) <= split
    for words in report["evidence"]:
        assert any(start <= words["start"] and words["end"] <= end for start, end in told), words["quote"]


def test_no_words_mean_two_actors_or_two_readings() -> None:
    readings: dict[Any, set[Any]] = {}
    for _, report, words in EVIDENCE:
        if words["kind"] == "participant" and words.get("reading") != "phrase":
            span = (address(report), words["start"], words["end"])
            readings.setdefault(span, set()).add((words["actor"], words.get("reading", "")))

    assert all(len(meant) == 1 for meant in readings.values())


def test_every_source_is_cited_in_its_article_with_its_date() -> None:
    for key, article in ARTICLES.items():
        found = find_citations(article["text"], article.get("date", ""))
        cited = {(report.source, report.date) for citation in found for report in citation.reports}
        named = {(s["source"], s["date"]) for _, r in REPORTS if address(r) == key for s in r["sources"]}

        assert named <= cited, key


def test_a_closing_citation_covers_its_paragraph_back_to_the_one_before() -> None:
    for _, report in REPORTS:
        article = ARTICLES[address(report)]
        first = report["evidence"][0]["start"]
        block = next(block for block in paragraphs(article["text"]) if block.start <= first < block.end)
        closing = [
            citation
            for citation in find_citations(article["text"], article.get("date", ""))
            if first < citation.start < block.end and citation.quote.startswith("(")
        ]
        covering = {(cited.source, cited.date) for citation in closing[:1] for cited in citation.reports}

        assert covering == {(s["source"], s["date"]) for s in report["sources"] if s["scope"] == "paragraph"}


# Lawful codes


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["label"])
def test_codes_roles_and_dates_are_lawful(event: dict[str, Any]) -> None:
    modes = {(mode["type"], mode["code"]) for mode in codes("modes")}

    assert event["type"] in TYPES
    assert not event.get("mode") or (event["type"], event["mode"]) in modes
    assert set(event["contexts"]) <= {context["code"] for context in codes("contexts")}
    assert not event.get("date") or Edtf.parse(event["date"])
    for report in event["reports"]:
        kind = TYPES[report.get("claimed_type", event["type"])]
        roles = {actor["role"] for actor in participants(event, report)}
        assert roles <= set(kind["roles"])
        assert not kind["needs_recipient"] or "recipient" in roles
        assert not report.get("claimed_date") or Edtf.parse(report["claimed_date"])


def test_participant_evidence_names_a_participation_of_its_report() -> None:
    for event, report, words in EVIDENCE:
        if words["kind"] == "participant":
            assert (words["actor"], words["role"]) in {(a["name"], a["role"]) for a in participants(event, report)}


def test_all_names_are_in_the_authority_files() -> None:
    actors = {actor["name"]: actor["kind"] for actor in lines("actors")}
    places = [place["name"] for place in lines("places")]

    for event, report in REPORTS:
        assert all(actors[actor["name"]] == actor["kind"] for actor in participants(event, report))
        assert {event.get("place"), report.get("claimed_place")} - {None} <= set(places)
    assert len(places) == len(set(places))


def test_offices_have_sectors_of_the_codebook_dates_and_bodies() -> None:
    kinds = {actor["name"]: actor["kind"] for actor in lines("actors")}
    sectors = {sector["code"] for sector in codes("sectors")} | {""}
    held = [(actor, office) for actor in lines("actors") for office in actor.get("affiliations", [])]

    assert held
    for actor, office in held:
        assert actor["kind"] == "person"
        assert kinds[office["organisation"]] in ("state", "organisation")
        assert office["sector"] in sectors
        assert all(Edtf.parse(day) for day in (office["start"], office["end"]) if day)


def test_a_place_stands_after_its_parent_and_has_both_coordinates_or_none() -> None:
    seen: set[str] = set()
    for place in lines("places"):
        assert place.get("parent") is None or place["parent"] in seen
        assert ("latitude" in place) == ("longitude" in place)
        seen.add(place["name"])


# The twin of the seed


def test_twin_file_is_the_masthead_and_the_text_of_its_article() -> None:
    masthead, text = TWIN.read_text(encoding="utf-8").split("\n\n", 1)

    assert masthead == "Publication: Monitor Volume: 5 Issue: 132"
    assert text == ARTICLES[TWIN_ADDRESS]["text"]
    assert len(paragraphs(text)) == 5
    assert len(sentences(text)) == 18


def test_twin_has_the_traps_of_the_seed() -> None:
    article = ARTICLES[TWIN_ADDRESS]
    told = [(event, report) for event, report in REPORTS if address(report) == TWIN_ADDRESS]
    kyiv = [
        (w["kind"], w.get("reading")) for _, r, w in EVIDENCE if address(r) == TWIN_ADDRESS and w["quote"] == "Kyiv"
    ]
    bare = {(s.start, s.end) for s in sentences(article["text"])} - set(spans(TWIN_ADDRESS, "sentence"))

    assert len(told) == 21
    assert "title" not in article and "title_printed" not in article
    assert {("place", None), ("participant", "metonym")} <= set(kyiv)
    assert len(bare) == 3  # a mood, a preference, a forecast
    assert [c.quote for c in find_citations(article["text"])] == [
        "(Rompres, July 2-3; Interfax-Ukraine, July 2-4; Reuters, July 3)"
    ]
    for trap in ("–by the end of this year–", "this past weekend", "late 1996", "in recent months", "The latter", "’s"):
        assert trap in article["text"]
