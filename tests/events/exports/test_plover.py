"""The fold of type and status, all 21 types by 7 statuses: what is not in this table exports none."""

import pytest

from events import codebook
from events.exports.plover import fold
from events.models import ReportStatus

TYPES = [row["code"] for row in codebook.current().types]
PLOVER = [code for code in TYPES if not code.startswith("X-")]
FOLDS = {
    ("CONSULT", "planned"): "AGREE",
    ("CONSULT", "proposed"): "AGREE",
    ("CONSULT", "denied"): "REJECT",
    ("SUPPORT", "planned"): "AGREE",
    ("SUPPORT", "proposed"): "AGREE",
    ("COOPERATE", "planned"): "AGREE",
    ("COOPERATE", "proposed"): "AGREE",
    ("AID", "planned"): "AGREE",
    ("AID", "proposed"): "AGREE",
    ("RETREAT", "planned"): "CONCEDE",
    ("COERCE", "planned"): "THREATEN",
    ("ASSAULT", "planned"): "THREATEN",
}
KEPT = {(code, status): code for code in PLOVER for status in ("occurred", "ongoing", "alleged")}
TABLE = {**KEPT, **FOLDS}


def test_the_codebook_has_21_types_and_7_statuses():
    assert len(TYPES) == 21
    assert len(PLOVER) == 16
    assert len(ReportStatus.values) == 7


@pytest.mark.parametrize("status", ReportStatus.values)
@pytest.mark.parametrize("code", TYPES)
def test_each_pair_folds_into_what_the_table_says(code, status):
    folded = fold(code, status)

    assert folded.type == TABLE.get((code, status))


@pytest.mark.parametrize("status", ReportStatus.values)
@pytest.mark.parametrize("code", TYPES)
def test_a_note_stands_wherever_the_type_is_not_simply_the_own_one(code, status):
    folded = fold(code, status)

    plain = folded.type == code and status != "alleged"
    assert (folded.note == "") is plain


def test_alleged_is_marked():
    assert "alleged" in fold("ASSAULT", "alleged").note


def test_an_event_without_public_report_has_no_type_and_says_why():
    folded = fold("CONSULT", "")

    assert folded.type is None
    assert "report" in folded.note
