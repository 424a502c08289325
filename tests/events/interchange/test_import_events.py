import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from events.interchange import writer
from events.interchange.loader import EventLoader
from events.interchange.reading import read
from events.models import Actor, Attribution, Event, Evidence, Mention, Place, PlaceName, Report
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_issue,
    make_place,
    make_publication,
    make_source,
    make_user,
)

CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
SENTENCE = "Envoys of the two river states met in Varda on May 28."


@pytest.fixture
def article():
    issue = make_issue(publication=make_publication(slug="monitor", title="Monitor"), volume=5, number=107)
    article = make_article(issue=issue, position=1, published=True)
    make_citation(article, CITATION, (make_source(name="Kyodo"), "1999-05-28/1999-05-29"))
    return article


@pytest.fixture
def coder(settings):
    settings.SINGLE_EDITOR = True
    return make_user("reviewer", username="coder")


def words(kind, quote, text=None, **more):
    start = (text or Article.objects.get().text).index(quote)
    return {"kind": kind, "start": start, "end": start + len(quote), "quote": quote, **more}


def line(**over):
    report = {
        "publication": "Monitor",
        "volume": 5,
        "issue": 107,
        "position": 1,
        "status": "occurred",
        "evidence": [
            words("sentence", SENTENCE),
            words("trigger", "met"),
            words("time", "May 28"),
            words("place", "Varda"),
            words("participant", "Envoys of the two river states", actor="Envoys", role="actor", reading="phrase"),
        ],
        "sources": [{"source": "KYODO", "date": "1999-05-28/1999-05-29", "scope": "paragraph"}],
        **over.pop("report", {}),
    }
    return {
        "label": "Envoys meet in Varda",
        "type": "CONSULT",
        "mode": "visit",
        "contexts": ["diplomatic"],
        "date": "1999-05-28",
        "place": "Varda",
        "actors": [{"name": "Envoys", "role": "actor", "kind": "group"}],
        "reports": [report],
        **over,
    }


def load(coder, *lines, confirm=True):
    file = io.BytesIO("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode())
    loader = EventLoader(coder, confirm=confirm)
    items = list(read(file, "events.jsonl"))
    for item in items:
        if not hasattr(item, "reports"):
            loader.outcome.refuse(item)
    loader.load([item for item in items if hasattr(item, "reports")])
    return loader.outcome


@pytest.mark.django_db
def test_event_comes_in_with_all_that_its_line_gives(article, coder):
    outcome = load(coder, line())

    event = Event.objects.public().get()
    assert outcome.counts == {"created": 1}
    assert (event.type_id, event.mode_id, event.status, event.min_sources) == (
        "CONSULT",
        "CONSULT.visit",
        "occurred",
        1,
    )
    assert (event.date_words, event.date_read_in) == ("May 28", article)
    assert event.place.name == "Varda"
    assert [p.actor.name for p in event.participations.all()] == ["Envoys"]
    assert Attribution.objects.get().cited_report.news_source.name == "Kyodo"
    assert Mention.objects.get().place == event.place
    assert {e.quote for e in Evidence.objects.all()} == {
        SENTENCE,
        "met",
        "May 28",
        "Varda",
        "Envoys of the two river states",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        [("Envoys of", "Yesterday Envoys of")],
        [("Envoys of", "Yesterday the envoys of")],
        [("Envoys of", "On Monday. Envoys of"), ("bridge.", "old bridge.")],
        [("met in Varda", "met at Varda")],
        [("on May 28", "")],
    ],
    ids=["before", "at the first word", "twice", "within", "deleted"],
)
def test_record_of_a_text_that_was_corrected_since_is_unchanged(article, coder, changes):
    given = line()
    load(coder, given)
    editor = make_user("editor")
    for old, new in changes:
        article.refresh_from_db()
        article.correct_text(article.text.replace(old, new, 1), by=editor, reason="print", public_reason="misread")
    revisions = list(Evidence.objects.order_by("pk").values_list("pk", "updated_at"))

    outcome = load(coder, given)

    assert (dict(outcome.counts), outcome.problems) == ({"unchanged": 1}, [])
    assert list(Evidence.objects.order_by("pk").values_list("pk", "updated_at")) == revisions


@pytest.mark.django_db
def test_words_of_an_earlier_text_that_say_something_else_are_a_conflict(article, coder):
    given = line()
    load(coder, given)
    article.correct_text(f"Yesterday {article.text}", by=make_user("editor"), reason="p", public_reason="missing")

    outcome = load(coder, {**given, "date": "1999-05-29"})

    assert outcome.counts == {"conflicting": 1}


@pytest.mark.django_db
def test_words_of_an_earlier_text_make_no_new_event(article, coder):
    given = line()
    article.correct_text(f"Yesterday {article.text}", by=make_user("editor"), reason="p", public_reason="missing")

    outcome = load(coder, given)

    assert outcome.counts == {"refused": 1}
    assert "but the text reads" in str(outcome.problems[0])
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_second_import_changes_nothing(article, coder):
    load(coder, line())
    revision = Event.objects.get().revision

    outcome = load(coder, line())

    assert outcome.counts == {"unchanged": 1}
    assert Event.objects.get().revision == revision
    assert Report.objects.count() == 1


@pytest.mark.django_db
def test_other_spellings_of_the_same_names_are_no_difference(article, coder):
    kyiv = make_place(name="Kyiv")
    PlaceName.objects.create(place=kyiv, name="Kiev")
    other = {"report": {"publication": "monitor", "sources": [{"source": "kyodo"}]}, "place": "Kiev"}
    load(coder, line(place="Kyiv"))

    outcome = load(coder, line(**other))

    assert outcome.counts == {"unchanged": 1}


@pytest.mark.django_db
def test_changed_line_is_a_conflict_and_overwrites_nothing(article, coder):
    load(coder, line())

    outcome = load(coder, line(date="1999-05-29"))

    assert outcome.counts == {"conflicting": 1}
    assert "E" in outcome.problems[0].message
    assert Event.objects.get().date == "1999-05-28"


@pytest.mark.django_db
def test_without_confirm_the_public_sees_nothing(article, coder):
    load(coder, line(), confirm=False)

    assert Report.objects.get().review_state == "proposed"
    assert not Event.objects.public().exists()


@pytest.mark.django_db
def test_known_names_are_used_and_unknown_ones_made(article, coder):
    varda = make_place(name="Varda")
    state = make_actor(name="Riverland", kind="state")

    load(
        coder,
        line(
            actors=[{"name": "Riverland", "role": "actor"}, {"name": "Ana Bel", "role": "recipient"}],
            report={"evidence": [words("sentence", SENTENCE)]},
        ),
    )

    event = Event.objects.get()
    assert event.place == varda
    assert {p.actor for p in event.participations.all()} == {state, Actor.objects.get(name="Ana Bel")}


@pytest.mark.django_db
def test_same_words_are_one_mention_for_two_events(article, coder):
    load(coder, line(), line(label="Bridge talks", type="AGREE", mode=None))

    assert Event.objects.count() == 2
    assert Mention.objects.count() == 1


@pytest.mark.django_db
def test_given_number_is_kept_and_never_given_again(article, coder):
    load(coder, line(public_id="E000777"), line(label="Another", public_id=None))

    assert [event.public_id for event in Event.objects.order_by("pk")] != []
    assert Event.objects.filter(pk=777).exists()
    assert Event.objects.exclude(pk=777).get().pk != 777
    assert make_after(777)


def make_after(number):
    return Event.objects.create(label="Later", type_id="AGREE", codebook_version="1.0.0").pk > number


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"type": "PICNIC"}, "type is 'PICNIC'"),
        ({"mode": "expel"}, "mode is 'expel'"),
        ({"contexts": ["weather"]}, r"contexts\[0\]"),
        ({"date": "1999-13"}, "date"),
        ({"public_id": "777"}, "public_id"),
        ({"actors": [{"name": "Envoys", "role": "victim"}]}, r"actors\[0\].role"),
        ({"reports": []}, "reports"),
        ({"colour": "red"}, "colour is no key"),
        ({"label": 7}, "label is '7'"),
        ({"report": {"volume": 6}}, "there is no article Monitor 6/107/1"),
        ({"report": {"volume": "5"}}, "volume"),
        ({"report": {"evidence": [{"kind": "sentence", "start": 0, "end": 6, "quote": "Others"}]}}, "reads 'Envoys'"),
        ({"report": {"evidence": [{"kind": "sentence", "start": 6, "end": 6, "quote": "E"}]}}, "end must come after"),
        ({"report": {"evidence": []}}, "needs one"),
        ({"report": {"sources": [{"source": "Reuters"}]}}, "cites no Reuters"),
        ({"type": "AID", "mode": None}, "recipient"),
    ],
)
def test_bad_line_is_refused_with_its_place_and_the_rest_goes_in(article, coder, over, says):
    outcome = load(coder, line(label="Before"), line(**over), "{broken", line(label="After"))

    assert outcome.counts == {"created": 2, "refused": 2}
    assert any(p.line == 2 for p in outcome.problems)
    with pytest.raises(AssertionError, match=says):
        raise AssertionError(str(outcome.problems))
    assert set(Event.objects.values_list("label", flat=True)) == {"Before", "After"}


@pytest.mark.django_db
def test_ambiguous_name_is_refused(article, coder):
    make_place(name="Varda", slug="varda-north")
    make_place(name="Varda", slug="varda-south")

    outcome = load(coder, line())

    assert outcome.problems[0].code == "ambiguous_name"
    assert "varda-north or varda-south" in outcome.problems[0].message


@pytest.mark.django_db
def test_written_records_read_back_to_the_same_content(article, coder):
    load(coder, line(), line(label="Bridge talks", type="AGREE", mode=None))
    before = [writer.line(r) for r in writer.records(Event.objects.order_by("pk"))]

    outcome = load(coder, *before)

    assert outcome.counts == {"unchanged": 2}


@pytest.mark.django_db
def test_import_needs_the_right(article):
    with pytest.raises(CommandError, match="review_report"):
        call_command("import_events", "nowhere.jsonl", user=make_user("annotator").username, confirm=True)


@pytest.mark.django_db
def test_command_says_what_it_did(article, coder, tmp_path, capsys):
    file = tmp_path / "events.jsonl"
    file.write_text(json.dumps(line()) + "\n" + json.dumps(line(type="PICNIC")))

    with pytest.raises(SystemExit) as ended:
        call_command("import_events", file, user="coder", confirm=True)

    said = capsys.readouterr()
    assert ended.value.code == 1
    assert said.out.splitlines()[-1] == "events: 1 created, 0 unchanged, 0 conflicting, 1 refused"
    assert f"{file}:2: bad_value: type is 'PICNIC'" in said.err


@pytest.mark.django_db
def test_places_made_without_a_kind_claim_no_precision(article, coder):
    load(coder, line())

    assert Place.objects.get().kind == "site"
    assert Event.objects.get().geo_precision == "unknown"
