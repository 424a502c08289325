"""What the sample digest covers: the cases that pages, searches and drills want to meet in it."""

from collections import Counter

from articles.citations.citation import find_citations
from articles.citations.cross_reference import find_cross_references
from articles.dates import Edtf
from tests.monitor.sample_files import (
    ARTICLES,
    EVENTS,
    EVIDENCE,
    REPORTS,
    TYPES,
    address,
    codes,
    lines,
    participants,
    spans,
)


def statuses(label: str) -> list[tuple[str, bool]]:
    """Status and hedge of the reports of an event, in the order of their issues' dates."""
    event = next(event for event in EVENTS if event["label"] == label)
    told = sorted(event["reports"], key=lambda report: ARTICLES[address(report)]["date"])
    return [(report["status"], report["hedged"]) for report in told]


def test_sample_is_large_enough() -> None:
    assert len({key[0] for key in ARTICLES}) >= 2
    assert len({key[:3] for key in ARTICLES}) >= 6
    assert len(ARTICLES) == 24
    assert {event["type"] for event in EVENTS} == set(TYPES)
    assert {r["status"] for _, r in REPORTS} == {s["code"] for s in codes("codebook")["statuses"]}
    assert {w["kind"] for *_, w in EVIDENCE} == {"sentence", "trigger", "hedge", "time", "place", "participant"}
    assert {publication["quote_policy"] for publication in lines("publications")} == {"full", "sentence", "none"}
    assert {publication["title"] for publication in lines("publications")} == {key[0] for key in ARTICLES}


def test_a_meeting_is_planned_then_in_doubt_then_held() -> None:
    assert statuses("Horbal and Cernat are to meet beside the Yalta summit")[:3] == [
        ("planned", False),
        ("planned", True),
        ("occurred", False),
    ]


def test_an_event_is_denied_and_another_cancelled_after_it_was_planned() -> None:
    assert ("denied", False) in statuses("Cernat offers Ukraine a credit for the gas terminal at Reni")
    assert [s for s, _ in statuses("Horbal is to travel to Romania for a summit with Cernat")][-1] == "cancelled"


def test_claims_conflict_in_date_place_and_type() -> None:
    dates = [(e["date"], r["claimed_date"]) for e, r in REPORTS if "claimed_date" in r and e.get("date")]
    apart = [pair for pair in dates if not Edtf.parse(pair[0]).overlaps(Edtf.parse(pair[1]))]

    assert len(apart) >= 2
    assert any(r.get("claimed_place") and e.get("place") not in (None, r["claimed_place"]) for e, r in REPORTS)
    assert any(r.get("claimed_type") not in (None, e["type"]) for e, r in REPORTS)


def test_events_are_told_by_several_articles_and_publications() -> None:
    several = [e for e in EVENTS if len(e["reports"]) > 1]

    assert len(several) >= 20
    assert any(len(e["reports"]) >= 4 for e in several)
    assert any(len({r["publication"] for r in e["reports"]}) > 1 for e in several)


def test_evidence_stacks_nests_and_comes_in_pieces() -> None:
    triggers = [[w for w in report["evidence"] if w["kind"] == "trigger"] for _, report in REPORTS]
    stacked = Counter((address(r), w["start"], w["end"]) for _, r, w in EVIDENCE if w["kind"] == "sentence")
    per_article = {key: [(w["start"], w["end"]) for _, r, w in EVIDENCE if address(r) == key] for key in ARTICLES}
    small = {key: [s for s in per_article[key] if s not in spans(key, "sentence")] for key in ARTICLES}
    nested = [
        (a, b) for key in small for a in small[key] for b in small[key] if a != b and a[0] <= b[0] and b[1] <= a[1]
    ]

    assert max(stacked.values()) >= 3
    assert any(len(pieces) >= 2 for pieces in triggers)
    assert nested


def test_places_stand_with_and_without_coordinates_and_a_claimed_one_among_them() -> None:
    used = {event.get("place") for event in EVENTS}
    places = [place for place in lines("places") if place["name"] in used]

    assert any("latitude" in place for place in places)
    assert any("latitude" not in place for place in places)
    assert any(place.get("claimed_by") for place in lines("places"))


def test_citations_and_cross_references_of_several_shapes_are_found() -> None:
    texts = [(article["text"], article.get("date", "")) for article in ARTICLES.values()]
    references = [reference for text in texts for reference in find_cross_references(*text)]
    titles = {publication["title"] for publication in lines("publications")}

    assert {reference.publication for reference in references} == titles
    assert any(not reference.quote.startswith("(") for reference in references)
    assert all(find_citations(*text) for text in texts)
    assert {s["scope"] for _, r in REPORTS for s in r["sources"]} == {"paragraph", "explicit"}


def test_an_undated_issue_gives_days_without_a_year() -> None:
    undated = {key[0] for key, article in ARTICLES.items() if "date" not in article}

    assert undated == {"Caspian Letter"}
    assert any(event.get("date", "").startswith("XXXX-") for event in EVENTS)


def test_corrections_touch_words_that_are_evidence_and_words_that_are_not() -> None:
    for correction in lines("corrections"):
        text = ARTICLES[address(correction)]["text"]
        marked = spans(address(correction), "sentence")
        starts = [text.index(change["old"]) for change in correction["changes"]]

        assert all(text.count(change["old"]) == 1 for change in correction["changes"])
        assert any(a <= start < b for start in starts for a, b in marked)
        assert any(not (a <= start < b) for start in starts for a, b in marked)


def test_merges_join_two_actors_that_both_take_part() -> None:
    taking_part = {actor["name"] for event, report in REPORTS for actor in participants(event, report)}

    for merge in lines("merges"):
        assert {merge["kept"], merge["merged"]} <= taking_part
        assert merge["reason"]


def test_relations_join_events_of_the_sample() -> None:
    labels = Counter(event["label"] for event in EVENTS)

    assert max(labels.values()) == 1
    assert {relation["kind"] for relation in lines("relations")} >= {"part_of", "aims_at", "realises", "about"}
    for relation in lines("relations"):
        assert relation["source"] != relation["target"]
        assert {relation["source"], relation["target"]} <= set(labels)
