"""The gold set is what it says: spans on their words, legal codes, dates with evidence, both halves of one size."""

import hashlib
import re
from itertools import pairwise
from typing import Any

import pytest

from tests.gold.gold_set import FOLDER, NAMES, bounds, counts, evidence_spans, read, years

Gold = dict[str, Any]

MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
    "X-APPOINT": "",
    "X-LEGISLATE": "",
    "X-STATE": "",
    "X-ECON": "",
    "X-DISASTER": "",
}
STATUSES = {"occurred", "ongoing", "planned", "proposed", "alleged", "denied", "cancelled"}
ROLES = {"actor", "recipient", "topic", "mediator", "victim"}
SENSES = {"person", "organisation", "state", "state_by_metonymy", "place", "topic", "anaphor"}
KEYS = (
    "what guideline_version document masthead unseen topic vocab sentences events negative_sentences actors offices "
    "offices_note places sources mentions time_expressions citations cross_references other_parentheses links"
)

every_article = pytest.mark.parametrize("name", NAMES)


def test_each_text_has_its_annotation_and_the_reverse() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == NAMES


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        (None, (None, None)),
        ("1999", ("1999-01-01", "1999-12-31")),
        ("1999-02", ("1999-02-01", "1999-02-28")),
        ("1999-24", ("1999-12-01", "2000-02-29")),
        ("1998-34", ("1998-04-01", "1998-06-30")),
        ("1999-03~/1999-06-03", ("1999-03-01", "1999-06-03")),
        ("[..1999-06-30]", (None, "1999-06-30")),
        ("[1999-06-03..]", ("1999-06-03", None)),
        ("2000-08-12/..", ("2000-08-12", None)),
        ("XXXX-05-28/XXXX-05-29", (None, None)),
    ],
)
def test_the_referee_knows_the_bounds_of_a_date(edtf: str | None, expected: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == expected


@pytest.mark.parametrize("edtf", ["1999-13", "1999-02-30", "XXXX-06-31", "99-05", "..1999", "1999..2000", "1999-05-1"])
def test_the_referee_refuses_what_is_no_date(edtf: str) -> None:
    with pytest.raises(ValueError):
        bounds(edtf)


@every_article
def test_text_is_normalised_and_measured(name: str) -> None:
    text, gold = read(name)

    assert not re.search(r"[\r\t\ufeff]|  |\n\n\n| \n|\n$|^\s", text)
    assert list(gold) == KEYS.split()
    document = gold["document"]
    assert (document["name"], document["code_points"], document["bytes"]) == (name, len(text), len(text.encode()))
    assert document["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert "\n\n".join(text[start:end] for start, end in document["paragraphs"]) == text
    assert gold["unseen"] == name.endswith("_u")
    assert 150 <= len(text.split("\n\n", 1)[1].split()) <= 450


@every_article
def test_masthead_is_the_first_line(name: str) -> None:
    text, gold = read(name)

    masthead = gold["masthead"]
    assert text[slice(*masthead["span"])] == text.split("\n", 1)[0]
    for part in ("publication", "volume", "issue"):
        assert text[slice(*masthead[part]["span"])] == masthead[part]["value"]


@every_article
def test_sentences_cover_the_text_and_stay_in_their_paragraph(name: str) -> None:
    text, gold = read(name)

    paragraphs = gold["document"]["paragraphs"]
    assert [row["i"] for row in gold["sentences"]] == list(range(len(gold["sentences"])))
    for row in gold["sentences"]:
        quote = text[row["start"] : row["end"]]
        assert quote == quote.strip() != ""
        assert hashlib.sha1(quote.encode()).hexdigest()[:12] == row["sha1"]
        assert paragraphs[row["para"]][0] <= row["start"] and row["end"] <= paragraphs[row["para"]][1]
    for before, after in pairwise(gold["sentences"]):
        assert not text[before["end"] : after["start"]].strip()
    assert gold["sentences"][-1]["end"] == len(text)


@every_article
def test_every_span_stands_on_its_words_in_its_sentence(name: str) -> None:
    text, gold = read(name)

    for row in gold["mentions"] + gold["time_expressions"]:
        assert text[row["start"] : row["end"]] == row["surface"]
        assert within(row["start"], row["end"], gold, row["sentence"])
        assert not re.search(r"^(the|a|an) |['’]s$", row["surface"])
    for row in gold["mentions"]:
        if "office_span" in row:
            assert within(row["office_span"][0], row["office_span"][1], gold, row["sentence"])
    for evidence, start, end in evidence_spans(gold):
        assert start < end and within(start, end, gold, evidence["sentence"])


def within(start: int, end: int, gold: Gold, sentence: int) -> bool:
    row = gold["sentences"][sentence]
    return bool(row["start"] <= start < end <= row["end"])


@every_article
def test_events_use_legal_codes_and_known_rows(name: str) -> None:
    _, gold = read(name)

    known = {row["id"] for key in ("actors", "offices", "places", "sources") for row in gold[key]}
    assert len({event["id"] for event in gold["events"]}) == len(gold["events"])
    for event in gold["events"]:
        assert event["mode"] is None or event["mode"] in MODES[event["content_type"]].split()
        assert set(event["accepted_alternatives"]) <= set(MODES) - {event["content_type"]}
        assert {event["status"], *event.get("accepted_statuses", [])} <= STATUSES
        assert event["plover_export"] == folded(event["content_type"], event["status"])
        assert {actor["role"] for actor in event["actors"]} <= ROLES
        assert {actor["actor"] for actor in event["actors"]} <= known
        assert {actor["office"] for actor in event["actors"] if "office" in actor} <= known
        assert event["place"] is None or event["place"]["place"] in known
        assert set(event["attribution"]["sources"]) <= known
        assert event["hedged"] == any("hedge" in evidence for evidence in event["evidence"])


def folded(code: str, status: str) -> str | None:
    """The type on export, as the vocabulary's fold table says it."""
    if code.startswith("X-"):
        return None
    if status in ("occurred", "ongoing", "alleged"):
        return code
    if status == "planned" and code in ("COERCE", "ASSAULT"):
        return "THREATEN"
    if status in ("planned", "proposed") and code in ("CONSULT", "SUPPORT", "COOPERATE", "AID"):
        return "AGREE"
    return {("denied", "CONSULT"): "REJECT", ("planned", "RETREAT"): "CONCEDE"}.get((status, code))


@every_article
def test_every_sentence_reports_something_or_is_said_to_report_nothing(name: str) -> None:
    _, gold = read(name)

    evidence = {row["sentence"] for event in gold["events"] for row in event["evidence"]}
    empty = {row["sentence"] for row in gold["negative_sentences"]}
    assert not evidence & empty
    assert evidence | empty == {row["i"] for row in gold["sentences"]}
    assert all(row["reason"] for row in gold["negative_sentences"])
    for event in gold["events"]:
        assert sum(row["primary"] for row in event["evidence"]) == 1
        for row in event["evidence"]:
            sentence = gold["sentences"][row["sentence"]]
            assert (row["start"], row["end"], row["sha1"]) == (sentence["start"], sentence["end"], sentence["sha1"])


@every_article
def test_mentions_name_known_rows_and_no_event_stands_at_a_metonym(name: str) -> None:
    _, gold = read(name)

    known = {row["id"] for key in ("actors", "places") for row in gold[key]}
    places = {row["ref"] for row in gold["mentions"] if row["sense"] in ("place", "topic")}
    for row in gold["mentions"]:
        assert row["sense"] in SENSES
        assert set(row["ref"].split("+")) <= known
    assert {event["place"]["place"] for event in gold["events"] if event["place"]} <= places


@every_article
def test_dates_are_of_the_profile_with_the_bounds_they_claim(name: str) -> None:
    _, gold = read(name)

    for row in gold["time_expressions"] + [event["time"] for event in gold["events"]]:
        assert (row["lower"], row["upper"]) == bounds(row["edtf"])
        for other in row.get("accepted_edtf", []):
            bounds(other)


@every_article
def test_no_year_without_evidence(name: str) -> None:
    text, gold = read(name)

    issued = gold["masthead"]["publication_date"]["value"]
    if issued is None or len(issued) == 4:
        implied = {str(int(issued) + step) for step in (-1, 0, 1)} if issued else set()
        for row in gold["time_expressions"]:
            assert years(row["edtf"]) <= set(re.findall(r"\d{4}", row["surface"])) | implied
        for event in gold["events"]:
            assert years(event["time"]["edtf"]) <= set(re.findall(r"\b\d{4}\b", text)) | implied
        for row in gold["time_expressions"]:
            assert not (issued and re.fullmatch(r"\d{4}-(12|01)-\d\d", row["edtf"] or ""))
    else:
        first_year = {"Eurasia Daily Monitor": 2004}.get(gold["masthead"]["publication"]["value"], 1995)
        assert int(issued[:4]) == first_year + int(gold["masthead"]["volume"]["value"]) - 1


@every_article
def test_citations_hold_their_sources_and_dates(name: str) -> None:
    text, gold = read(name)

    names = {row["id"]: row["name"] for row in gold["sources"]}
    for row in gold["citations"]:
        assert row["quote"] == text[row["start"] : row["end"]]
        assert row["form"] == "inline" or (row["quote"][0], row["quote"][-1]) == ("(", ")")
        assert row["scope"][0] <= row["start"] < row["end"] <= row["scope"][1]
        assert row["items"]
        inside = [time for time in gold["time_expressions"] if row["start"] <= time["start"] < row["end"]]
        for item in row["items"]:
            assert text[item["start"] : item["end"]].replace("’", "'") == names[item["source"]]
            said = item.get("days", [item["date_edtf"]])
            assert item["date_edtf"] is None or set(said) <= {time["edtf"] for time in inside}


@every_article
def test_cross_references_and_other_parentheses(name: str) -> None:
    text, gold = read(name)

    for row in gold["cross_references"]:
        assert row["quote"] == text[row["start"] : row["end"]]
        assert re.search(r"\b[Ss]ee\b", row["quote"]) and row["publication"] in row["quote"]
        assert row["dates"] or (row["volume"] and row["number"])
    claimed = [(row["start"], row["end"]) for row in gold["citations"] + gold["cross_references"]]
    for start, end in gold["other_parentheses"]:
        assert (text[start], text[end - 1]) == ("(", ")")
        assert not any(a <= start and end <= b for a, b in claimed)


def test_the_set_is_large_enough() -> None:
    seen, unseen = counts("seen"), counts("unseen")

    least = {"articles": 60, "citations": 200, "time expressions": 300, "of these in prose": 300, "events": 250}
    for what, number in least.items():
        assert seen[what] + unseen[what] >= number


def test_both_halves_are_of_one_size() -> None:
    seen, unseen = counts("seen"), counts("unseen")

    for what in ("articles", "citations", "time expressions", "events", "empty sentences", "metonyms"):
        assert 0.8 <= seen[what] / unseen[what] <= 1.25, what


def test_the_readme_gives_the_present_counts() -> None:
    seen, unseen = counts("seen"), counts("unseen")

    table = (FOLDER / "README.md").read_text(encoding="utf-8")
    for what, number in seen.items():
        assert f"| {what} | {number} | {unseen[what]} |" in table
