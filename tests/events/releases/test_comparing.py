import pytest

from events.releases.comparing import REASONS, differences


def event(number, *reports, **over):
    plain = {"label": "Envoys meet", "date": "1999", "url": "/events/"}
    return {"public_id": f"E{number:06}", **plain, **over, "reports": list(reports)}


def report(pk, event_number=1, **over):
    plain = {"status": "occurred", "evidence": [], "article_sha256": "a", "article_url": "/publications/"}
    return {"id": pk, "event": f"E{event_number:06}", **plain, **over}


def said(before, after, **more):
    return [tuple(difference) for difference in differences(before, after, **more)]


def test_equal_releases_differ_in_nothing():
    events = [event(1, report(1)), event(3, report(2, 3))]

    assert said(events, events) == []


def test_events_come_and_go():
    assert said([event(1), event(2)], [event(2), event(1_000_000)]) == [
        ("events", "E000001", "removed", "", "withdrawn", ""),
        ("events", "E1000000", "added", "", "new", ""),
    ]


def test_a_merged_event_says_into_which():
    assert said([event(1)], [], kept=lambda name: "E000007") == [
        ("events", "E000001", "removed", "", "merged", "E000007")
    ]


@pytest.mark.parametrize(
    ("over", "fields", "reason"),
    [
        ({"date": "2000"}, "date", "recoded"),
        ({"label": "They meet"}, "label", "names"),
        ({"label": "They meet", "date": "2000"}, "label date", "recoded"),
    ],
)
def test_a_changed_event_names_fields_and_reason(over, fields, reason):
    assert said([event(1)], [event(1, **over)]) == [("events", "E000001", "changed", fields, reason, "")]


@pytest.mark.parametrize(
    ("over", "fields", "reason"),
    [
        ({"status": "planned"}, "status", "recoded"),
        ({"evidence": [1], "article_sha256": "b"}, "evidence article_sha256", "text"),
        ({"article_url": "/elsewhere/"}, "article_url", "names"),
    ],
)
def test_a_changed_report_names_fields_and_reason(over, fields, reason):
    assert said([event(1, report(5))], [event(1, report(5, **over))]) == [
        ("reports", "5", "changed", fields, reason, "")
    ]


@pytest.mark.parametrize(("old", "new"), [(1, 2), (2, 1)])
def test_a_report_that_moved_is_neither_added_nor_removed(old, new):
    before = [event(number, *([report(5, old)] if number == old else [])) for number in (1, 2)]
    after = [event(number, *([report(5, new)] if number == new else [])) for number in (1, 2)]

    found = said(before, after)

    assert ("reports", "5", "changed", "event", "moved", "") in found
    assert {row[:3] for row in found} == {
        ("reports", "5", "changed"),
        ("events", "E000001", "changed"),
        ("events", "E000002", "changed"),
    }
    assert {row[4] for row in found} <= set(REASONS)
