"""What editors do with suggestions: recorded, not suggested again, and learned from."""

import pytest

from articles.models import Article
from articles.moving import join_articles, split_article
from articles.verbs import Refused
from events.editing.marks import WrongWords
from events.editing.suggesting import Suggested, accept_name, decide, decide_all, figures, undecided
from events.models import Mention, SuggestionDecision
from tests.make import make_actor, make_article, make_issue, make_place, make_user

pytestmark = pytest.mark.django_db
TEXT = "Kiev accused Moscow of blackmail. Kiev is tired. Tashkent welcomed this and Georgia refused help."


@pytest.fixture
def annotator():
    return make_user("annotator")


@pytest.fixture
def article():
    return make_article(text=TEXT, issue=make_issue(date="1999-06-03", date_basis="printed"))


def of_kind(article, kind):
    return [one for one in undecided(article) if one.kind == kind]


@pytest.mark.parametrize("outcome", ["accepted", "edited", "rejected"])
def test_a_decided_suggestion_does_not_come_back(article, annotator, outcome):
    first, *others = of_kind(article, "actor")

    decide(article, Suggested.of(first), outcome=outcome, by=annotator)

    assert of_kind(article, "actor") == others
    assert SuggestionDecision.objects.get().by == annotator


def test_the_rules_are_not_asked_again_while_nothing_changes(article, annotator, django_assert_num_queries):
    first = undecided(article)
    decide(article, Suggested.of(first[0]), outcome="rejected", by=annotator)

    with django_assert_num_queries(2):  # what was decided, and whether a name changed
        again = undecided(article)

    assert all(one is before for one, before in zip(again, first[1:], strict=True))


def test_a_new_issue_date_and_a_new_name_are_read_at_once():
    article = make_article(text="Talks with Ana Belova began on Monday.", issue=make_issue(date="1999-06-03"))
    before = of_kind(article, "time")[0].value, of_kind(article, "actor")[0].value["slug"]

    article.issue.date, actor = "1999-06-10", make_actor(name="Ana Belova")

    after = of_kind(article, "time")[0].value, of_kind(article, "actor")[0].value["slug"]
    assert (before, after) == (("1999-05-31", ""), ("1999-06-07", actor.slug))


def test_the_same_words_elsewhere_are_another_suggestion(article, annotator):
    kievs = [one for one in of_kind(article, "actor") if one.quote == "Kiev"]

    decide(article, Suggested.of(kievs[1]), outcome="rejected", by=annotator)

    assert [one.start for one in of_kind(article, "actor") if one.quote == "Kiev"] == [0]


def test_one_of_two_events_of_a_sentence_is_decided_alone(article, annotator):
    two = [one for one in of_kind(article, "event") if one.start == TEXT.index("Tashkent")]

    decide(article, Suggested.of(two[0]), outcome="rejected", by=annotator)

    assert len(two) == 2
    assert [one for one in of_kind(article, "event") if one.start == two[1].start] == [two[1]]


def test_it_stays_decided_when_the_text_is_corrected_elsewhere(article, annotator):
    kievs = [one for one in of_kind(article, "actor") if one.quote == "Kiev"]
    decide(article, Suggested.of(kievs[1]), outcome="rejected", by=annotator)
    article.correct_text(f"In brief: {TEXT}", by=make_user("editor"), reason="print", public_reason="misread")
    article.refresh_from_db()

    assert [one.start for one in of_kind(article, "actor") if one.quote == "Kiev"] == [10]


def correct(article, text):
    article.correct_text(text, by=make_user("editor"), reason="print", public_reason="misread")
    article.refresh_from_db()


def kievs(article):
    return [one.start for one in of_kind(article, "actor") if one.quote == "Kiev"]


def test_it_stays_with_its_words_when_the_same_words_come_or_go_before_them(article, annotator):
    second = next(one for one in of_kind(article, "actor") if one.quote == "Kiev" and one.start)
    decide(article, Suggested.of(second), outcome="rejected", by=annotator)

    correct(article, f"Kiev blamed Moscow today. {TEXT}")
    with_another_before = kievs(article)
    correct(article, TEXT.replace("Kiev accused", "Ukraine accused", 1))

    assert with_another_before == [0, 26]
    assert kievs(article) == []
    assert SuggestionDecision.objects.get().occurrence == 0


def test_two_decisions_move_without_getting_in_each_others_way(article, annotator):
    for one in of_kind(article, "actor"):
        if one.quote == "Kiev":
            decide(article, Suggested.of(one), outcome="rejected", by=annotator)

    correct(article, f"Kiev blamed Moscow today. {TEXT}")

    assert kievs(article) == [0]


def test_it_passes_to_no_other_words_when_its_own_are_changed(article, annotator):
    first = of_kind(article, "actor")[0]
    decide(article, Suggested.of(first), outcome="rejected", by=annotator)

    correct(article, TEXT.replace("Kiev accused", "Minsk accused", 1))

    assert len(kievs(article)) == 1
    assert SuggestionDecision.objects.get().occurrence is None
    assert figures()[0]["rejected"] == 1


def test_a_preview_of_a_correction_leaves_decisions_alone(article, annotator):
    decide(article, Suggested.of(of_kind(article, "actor")[0]), outcome="rejected", by=annotator)

    article.correct_text(f"Kiev. {TEXT}", by=make_user("editor"), reason="print", write=False)

    assert SuggestionDecision.objects.get().occurrence == 0


def test_it_goes_along_when_articles_are_split_and_joined(annotator):
    text = "Kiev accused Moscow.\n\nKiev refused help."
    article, editor = make_article(text=text, issue=make_issue(date="1999-06-03")), make_user("editor")
    second = next(one for one in of_kind(article, "actor") if one.quote == "Kiev" and one.start)
    decide(article, Suggested.of(second), outcome="rejected", by=annotator)

    rest = split_article(article, text.index("Kiev refused"), by=editor, reason="Two items.")
    apart = kievs(Article.objects.get(pk=article.pk)), kievs(rest)
    joined = join_articles(Article.objects.get(pk=article.pk), rest, by=editor, reason="One item.")

    assert apart == ([0], [])
    assert kievs(joined) == [0]


def test_another_article_is_not_concerned(article, annotator):
    other = make_article(text=TEXT, issue=make_issue(date="1999-06-04", date_basis="printed"))
    decide(article, Suggested.of(of_kind(article, "actor")[0]), outcome="rejected", by=annotator)

    assert of_kind(other, "actor")[0].start == 0


def test_a_later_decision_takes_the_place_of_the_earlier_and_history_keeps_both(article, annotator):
    suggested = Suggested.of(of_kind(article, "actor")[0])
    decide(article, suggested, outcome="rejected", by=annotator)

    row = decide(article, suggested, outcome="accepted", by=make_user("reviewer"))

    assert SuggestionDecision.objects.get() == row
    assert [past.outcome for past in row.history.order_by("pgh_id")] == ["rejected", "accepted"]


def test_other_words_than_the_text_has_are_refused(article, annotator):
    with pytest.raises(WrongWords):
        decide(article, Suggested("actor", 0, 4, "Kyiv", "actors/1"), outcome="rejected", by=annotator)
    with pytest.raises(Refused, match="choose one of these"):
        decide(article, Suggested("actor", 0, 4, "Kiev", "actors/1"), outcome="liked", by=annotator)


def test_all_of_one_kind_are_decided_together_or_none(article, annotator):
    actors = [Suggested.of(one) for one in of_kind(article, "actor")]

    with pytest.raises(WrongWords):
        decide_all(article, [*actors, Suggested("actor", 0, 4, "Kyiv", "actors/1")], outcome="accepted", by=annotator)
    assert not SuggestionDecision.objects.exists()
    assert decide_all(article, actors, outcome="accepted", by=annotator) == len(actors)
    assert of_kind(article, "actor") == []


def test_an_accepted_place_learns_the_new_spelling(annotator):
    article = make_article(text="He was in Vardha.", issue=make_issue(date="1999-06-03", date_basis="printed"))
    varda = make_place(name="Varda")

    made = accept_name(article, Suggested("place", 10, 16, "Vardha", "places/1"), names=varda, by=annotator)

    assert (made.place, made.quote) == (varda, "Vardha")
    assert set(varda.names.values_list("name", flat=True)) == {"Varda", "Vardha"}
    assert [
        one.value["slug"] for one in undecided(make_article(text="It rains in Vardha.")) if one.kind == "place"
    ] == [varda.slug]


@pytest.mark.parametrize(
    ("kind", "quote", "reading", "learned"),
    [
        ("person", "Ana Belova", "entity", True),
        ("person", "Belova", "entity", False),
        ("state", "Russian officials", "entity", False),
        ("state", "Republic", "entity", True),
        ("state", "Moscow", "metonym", False),
        ("organisation", "Belova", "entity", True),
    ],
)
def test_only_names_are_learned(annotator, kind, quote, reading, learned):
    article, actor = make_article(text=f"{quote} met somebody."), make_actor(kind=kind)

    accept_name(
        article, Suggested("actor", 0, len(quote), quote, "actors/1"), names=actor, by=annotator, reading=reading
    )

    assert Mention.objects.get().reading == reading
    assert actor.names.filter(name=quote).exists() == learned


def test_a_suggested_time_names_nobody(article, annotator):
    with pytest.raises(Refused, match="names nobody"):
        accept_name(article, Suggested("time", 0, 4, "Kiev", "times/1"), names=make_actor(), by=annotator)


def test_figures_count_the_last_decisions_of_each_version(article, annotator):
    actors = [Suggested.of(one) for one in of_kind(article, "actor")]
    decide(article, actors[0], outcome="accepted", by=annotator)
    decide(article, actors[1], outcome="edited", by=annotator)
    decide(article, actors[2], outcome="rejected", by=annotator)

    (row,) = figures()

    assert (row["recogniser"], row["version"], row["all"]) == ("actors", "1", 3)
    assert (row["accepted"], row["edited"], row["rejected"], round(row["share"], 3)) == (1, 1, 1, 0.667)


def test_only_staff_sees_decisions(article, annotator):
    decide(article, Suggested.of(of_kind(article, "actor")[0]), outcome="rejected", by=annotator)

    assert SuggestionDecision.objects.visible_to(annotator).count() == 1
    assert not SuggestionDecision.objects.visible_to(make_user()).exists()
    assert not SuggestionDecision.objects.public().exists()
