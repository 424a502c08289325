"""Documents are read or refused; nothing in between, and no database."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import DateOrigin
from events import models
from events.documents import (
    DocumentRefused,
    codes,
    read_actor,
    read_event,
    read_mention,
    read_place,
    read_report,
)
from events.documents.correction import read_correction, read_link
from events.documents.reading import members, text
from events.documents.suggestion import read_decision

READERS = {
    "event": lambda value: read_event(value, new=False),
    "report": lambda value: read_report(value, new=False),
    "new report": lambda value: read_report(value, new=True, with_article=True),
    "mention": lambda value: read_mention(value, new=True, with_article=True),
    "actor": lambda value: read_actor(value, new=True),
    "place": lambda value: read_place(value, new=True),
    "correction": read_correction,
    "link": read_link,
    "decision": read_decision,
}
NAMES = ["event", "label", "type", "evidence", "kind", "start", "end", "quote", "participation", "mention", "actor"]
NAMES += ["role", "slug", "place", "date", "name", "names", "latitude", "attributions", "source", "revision", "text"]
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=12,
)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@settings(max_examples=60, deadline=None)
@given(value=ANY)
def test_anything_is_read_or_refused_with_its_place(reader, value):
    try:
        reader(value)
    except DocumentRefused as refused:
        assert refused.faults
        assert all(fault.message and (not fault.pointer or fault.pointer[0] == "/") for fault in refused.faults)


@pytest.mark.parametrize(
    ("ours", "models_"),
    [
        (codes.ROLES, models.Role),
        (codes.STATUSES, models.ReportStatus),
        (codes.PRECISIONS, models.GeoPrecision),
        (codes.ORIGINS, DateOrigin),
        (codes.EVIDENCE_KINDS, models.EvidenceKind),
        (codes.SCOPES, models.AttributionScope),
        (codes.MENTION_KINDS, models.MentionKind),
        (codes.READINGS, models.Reading),
        (codes.ACTOR_KINDS, models.ActorKind),
        (codes.PLACE_KINDS, models.PlaceKind),
        (codes.OUTCOMES, models.Outcome),
    ],
)
def test_codes_are_those_of_the_models(ours, models_):
    assert list(ours) == models_.values


def test_keys_left_out_are_absent_and_null_empties():
    document = read_report({"claimed_place": None, "claimed_date": "", "note": None}, new=False)

    assert document.values == {"claimed_place": None, "claimed_date": "", "note": ""}
    assert (document.evidence, document.attributions, document.event) == (None, None, None)


def test_date_that_is_none_is_refused_with_the_forms_that_there_are():
    with pytest.raises(DocumentRefused) as refused:
        read_event({"date": "28 May"}, new=False)

    assert refused.value.faults[0].pointer == "/date"
    assert "1999-05-28" in refused.value.faults[0].message


def test_orphan_that_is_sent_back_is_passed_over():
    orphan = {"id": 1, "state": "orphan", "kind": "sentence", "start": None, "end": None, "quote": "gone"}

    assert read_report({"evidence": [orphan]}, new=False).evidence == ()


@pytest.mark.parametrize(
    ("evidence", "default", "named"),
    [
        ({}, True, None),
        ({"mention": None}, False, None),
        ({"mention": {"kind": "actor", "slug": "japan", "reading": "metonym"}}, False, "metonym"),
    ],
)
def test_words_say_what_they_name_or_leave_it_open(evidence, default, named):
    words = {"kind": "place", "start": 0, "end": 1, "quote": "x", **evidence}

    (read,) = read_report({"evidence": [words]}, new=False).evidence

    assert (read.default_name, read.named and read.named.reading) == (default, named)


def test_unknown_key_is_pointed_at_and_cannot_break_the_pointer():
    with pytest.raises(DocumentRefused) as refused:
        members({"a/b~c": 1, "x\x00": 1}, "/0", {"name": text(5)})

    assert [fault.pointer for fault in refused.value.faults] == ["/0/a~1b~0c", "/0/x\ufffd"]
