import json

import pytest

from events.gazetteer import gazetteer
from events.suggestions.candidate import Candidate
from events.suggestions.measuring.figures import Figures, measure
from events.suggestions.measuring.gold import Gold, GoldRefused, read_gold

TEXT = "Moscow met on May 28 (AP, May 29). It may rain."


def make_gold(**over):
    rows = {
        "sentences": [{"start": 0, "end": 0}, {"start": 0, "end": 34}, {"start": 35, "end": 47}],
        "negative_sentences": [{"sentence": 2}],
        "actors": [{"id": "st.russia", "known": True}],
        "mentions": [{"start": 0, "end": 6, "ref": "st.russia", "sense": "state_by_metonymy"}],
        "time_expressions": [{"start": 14, "end": 20, "edtf": "1999-05-28", "kind": "yearless_day"}],
        "citations": [{"start": 21, "end": 33, "items": [{"start": 22, "end": 24, "date_edtf": "1999-05-29"}]}],
        "cross_references": [],
        "events": [
            {
                "id": "e1", "tier": 1, "content_type": "CONSULT", "plover_export": None,
                "accepted_alternatives": ["AGREE"], "status": "occurred", "evidence": [{"sentence": 1}],
            }
        ],
    }  # fmt: skip
    return Gold("one", TEXT, rows | over)


def candidate(kind, start, end, value):
    return Candidate(kind, start, end, TEXT[start:end], value, 1.0, "a test", "test/1")


def event(types, start=0, end=34, status="occurred"):
    return candidate("event", start, end, {"types": types, "status": status, "place": None})


def figures_of(*found, **over):
    figures = Figures()
    figures.add(make_gold(**over), found)
    return figures.as_data()


def test_equal_spans_count_as_right_others_as_wrong_and_missed():
    data = figures_of(candidate("time", 14, 20, "1999-05-28"), candidate("time", 0, 3, None))["recognisers"]["times"]

    assert (data["right"], data["wrong"], data["missed"]) == (1, 1, 0)
    assert (data["precision"], data["recall"]) == (0.5, 1.0)


def test_a_year_that_differs_is_a_wrong_year():
    shares = figures_of(candidate("time", 14, 20, "1998-05-28"))["shares"]

    assert shares["times with a wrong year"]["part"] == 1


def test_second_tier_rows_cost_and_earn_nothing():
    row = {"start": 14, "end": 20, "edtf": None, "kind": "anaphoric", "tier": 2}

    found = figures_of(candidate("time", 14, 20, None), time_expressions=[row])["recognisers"]["times"]
    missed = figures_of(time_expressions=[row])["recognisers"]["times"]

    assert (found["right"], found["wrong"], found["missed"]) == (missed["right"], missed["wrong"], missed["missed"])


def test_a_source_with_another_date_is_wrong_and_missed():
    cited = candidate("citation", 21, 33, [{"source": "AP", "date": "1999-05-30"}])

    data = figures_of(cited)["recognisers"]

    assert data["citations"]["right"] == 1
    assert (data["cited reports"]["right"], data["cited reports"]["wrong"], data["cited reports"]["missed"]) == (
        0,
        1,
        1,
    )


@pytest.mark.parametrize(
    ("types", "first", "three"),
    [(["CONSULT"], 1, 1), (["AGREE"], 1, 1), (["REJECT", "CONSULT"], 0, 1), (["REJECT"], 0, 0)],
)
def test_the_first_or_one_of_three_types_is_right(types, first, three):
    shares = figures_of(event(types))["shares"]

    assert (shares["first type right"]["part"], shares["a type of three right"]["part"]) == (first, three)


def test_an_event_in_an_empty_sentence_flags_it():
    data = figures_of(event(["X-STATE"], 35, 47))

    assert data["shares"]["empty sentences flagged"]["part"] == 1
    assert (data["recognisers"]["events"]["wrong"], data["recognisers"]["events"]["missed"]) == (1, 1)
    assert data["confusion"] == [{"gold": "CONSULT", "suggested": "none", "count": 1}]


def test_a_place_read_where_the_annotator_saw_a_government_is_a_wrong_metonym():
    place = candidate("place", 0, 6, {"name": "Moscow", "slug": ""})
    placed = candidate("event", 0, 34, {"types": ["CONSULT"], "status": "occurred", "place": "Moscow"})

    shares = figures_of(place, placed)["shares"]

    assert shares["metonyms told from places"] == {"part": 0, "whole": 1, "share": 0.0}
    assert shares["events placed at a metonym"]["part"] == 1


def test_the_table_says_what_the_data_say():
    figures = measure([make_gold()], gazetteer())

    assert all(name in figures.table() for name in figures.as_data()["recognisers"])


def test_a_folder_that_is_no_gold_set_is_refused(tmp_path):
    with pytest.raises(GoldRefused, match="holds no"):
        read_gold(tmp_path)


def test_a_file_of_another_shape_is_refused(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "one.json").write_text(json.dumps({"sentences": []}))

    with pytest.raises(GoldRefused, match="has no list events"):
        read_gold(tmp_path)
