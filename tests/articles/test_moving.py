"""Articles moved, reordered, split and joined: addresses once public stay good, marks stay on their words."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection

from articles.models import Article, CrossReference, OldAddress, StaleRevision, TextVersion
from articles.moving import join_articles, move_article, reorder, split_article
from articles.verbs import Refused
from events.editing import publish, reports, withdraw
from events.models import Attribution, Event, Evidence, Report
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_participation,
    make_place,
    make_report,
    make_source,
    make_user,
)
from tests.races import together

pytestmark = pytest.mark.django_db
WHY = "The print has it so."
CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
FIRST, SECOND, LAST = TEXT.split("\n\n")
AT = len(FIRST) + 2


@pytest.fixture
def editor():
    return make_user("editor")


def again(row):
    row.refresh_from_db()
    return row


def split(article, editor, at=AT, **over):
    return split_article(article, at, by=editor, reason=WHY, **over)


def refused(act):
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.rule


def stand_on_their_words(article):
    connection.check_constraints()
    text = again(article).text
    spans = [*article.citations.all(), *article.mentions.all(), *Evidence.objects.filter(article=article)]
    return spans and all(text[span.start : span.end] == span.quote for span in spans)


# Moving


def test_public_article_takes_a_new_position_and_leaves_its_old_address(editor):
    article, issue = make_article(published=True), make_issue()
    make_article(issue=issue)
    old = article.get_absolute_url()

    moved = move_article(article, issue, by=editor, reason=WHY)

    assert (again(article).issue, moved.position, moved.order) == (issue, 2, 2)
    assert OldAddress.objects.get(path=old).target == article.get_absolute_url()


def test_draft_leaves_no_address(editor):
    move_article(make_article(), make_issue(), by=editor, reason=WHY)

    assert not OldAddress.objects.exists()


def test_withdrawn_article_leaves_its_address_too(editor):
    article = make_article(published=True)
    withdraw(article, by=editor, reason="Printed twice.")

    move_article(article, make_issue(), by=editor, reason=WHY)

    assert OldAddress.objects.count() == 1


def test_moves_back_and_forth_leave_no_chain(editor):
    issue = make_issue()
    article = make_article(issue=issue, position=3, published=True)
    addresses = [article.get_absolute_url()]

    for to in (make_issue(), issue):
        article = move_article(article, to, by=editor, reason=WHY)
        addresses.append(article.get_absolute_url())

    assert article.position == 4
    assert dict(OldAddress.objects.values_list("path", "target")) == dict.fromkeys(addresses[:2], addresses[2])


def test_article_may_return_to_the_address_it_had(editor):
    issue = make_issue()
    article = make_article(issue=issue, position=3, published=True)
    first = article.get_absolute_url()
    move_article(article, make_issue(), by=editor, reason=WHY)

    back = move_article(article, issue, by=editor, reason=WHY, position=3)

    assert back.get_absolute_url() == first
    assert OldAddress.objects.get().target == first


def test_position_once_public_never_passes_to_another_article(editor):
    issue = make_issue()
    article, other = make_article(issue=issue, position=5, published=True), make_article()
    move_article(article, make_issue(), by=editor, reason=WHY)

    assert issue.next_position() == 6
    assert refused(lambda: move_article(other, issue, by=editor, reason=WHY, position=5)) == (
        "article_position_never_passes_on"
    )
    with pytest.raises(IntegrityError):
        make_article(issue=issue, position=5)


def test_position_never_public_is_free_again(editor):
    issue = make_issue()
    move_article(make_article(issue=issue, position=5), make_issue(), by=editor, reason=WHY)

    moved = move_article(make_article(), issue, by=editor, reason=WHY, position=5)

    assert moved.position == 5


@pytest.mark.parametrize(("position", "rule"), [(1, "article_is_alone_on_its_position"), (2, "move_changes_position")])
def test_position_must_be_free_and_another(editor, position, rule):
    issue = make_issue()
    make_article(issue=issue)
    article = make_article(issue=issue)

    assert refused(lambda: move_article(article, issue, by=editor, reason=WHY, position=position)) == rule


def test_cited_dates_of_the_moved_article_alone_are_read_by_the_new_issue(editor):
    undated, dated = make_issue(date=""), make_issue(date="1999-06-03")
    article, there = make_article(issue=undated), make_article(issue=dated)
    values = {"date": "XXXX-05-28/XXXX-05-29", "date_words": "May 28-29"}
    cited = make_citation(article, CITATION).reports.create(news_source=make_source(), **values)
    typed = make_citation(there, CITATION).reports.create(news_source=make_source(), date_origin="person", **values)
    reference = CrossReference(article=article, date="XXXX-05-28")
    reference.place_on(article.text, 0, 6, version=1)
    reference.save()

    move_article(article, dated, by=editor, reason=WHY)

    assert again(cited).date == "1999-05-28/1999-05-29"
    assert (again(typed).date, typed.date_to_check) == ("XXXX-05-28/XXXX-05-29", False)


def test_events_show_the_newest_report_by_the_new_issue(editor):
    event = make_event()
    older, newer = make_issue(date="1999-06-01"), make_issue(date="1999-06-09")
    article = make_article(issue=older, published=True)
    make_report(event=event, article=article, status="occurred", confirmed=True)
    make_report(event=event, status="planned", confirmed=True)  # of June 3
    assert again(event).status == "planned"

    move_article(article, newer, by=editor, reason=WHY)

    assert again(event).status == "occurred"


def test_move_needs_reason_right_and_current_revision(editor):
    article = make_article()

    assert refused(lambda: move_article(article, make_issue(), by=editor, reason=" ")) == "move_has_reason"
    with pytest.raises(PermissionDenied):
        move_article(article, make_issue(), by=make_user("reviewer"), reason=WHY)
    with pytest.raises(StaleRevision):
        move_article(article, make_issue(), by=editor, reason=WHY, revision=7)


# Order


def test_new_order_keeps_positions_and_decides_the_newest_report(editor):
    issue, event = make_issue(), make_event()
    first, second = make_article(issue=issue, published=True), make_article(issue=issue, published=True)
    make_report(event=event, article=first, status="occurred", confirmed=True)
    make_report(event=event, article=second, status="planned", confirmed=True)
    assert again(event).status == "planned"

    reorder(issue, [second, first], by=editor)

    assert list(issue.articles.in_print_order()) == [second, first]
    assert (again(first).position, again(second).position) == (1, 2)
    assert again(event).status == "occurred"


def test_order_names_every_article_once(editor):
    issue = make_issue()
    one, other = make_article(issue=issue), make_article(issue=issue)

    for order in ([one], [one, one, other], [one, other, make_article()]):
        assert refused(lambda order=order: reorder(issue, order, by=editor)) == "reorder_names_every_article"
    with pytest.raises(PermissionDenied):
        reorder(issue, [other, one], by=make_user("reviewer"))


# Splitting


def test_text_is_parted_between_two_paragraphs_and_marks_follow_their_words(editor):
    article = make_article(published=True, byline="A. Writer", section="Talks")
    mentions = [make_mention(article, "Varda", make_actor(), occurrence=n) for n in (0, 1)]
    citation = make_citation(article, CITATION, (make_source(), ""))
    url = article.urls.create(url="https://digest.example/1")

    rest = split(article, editor, title_printed="A SECOND ROUND.")

    assert (again(article).text, rest.text) == (FIRST, f"{SECOND}\n\n{LAST}")
    assert [again(mention).article for mention in mentions] == [article, rest]
    assert (again(citation).article, citation.quote, citation.text_version) == (rest, CITATION, 1)
    assert citation.prefix == SECOND[: SECOND.index("(")][-32:]
    assert stand_on_their_words(article) and stand_on_their_words(rest)
    assert (rest.status, rest.byline, rest.section, rest.title) == (
        "published",
        "A. Writer",
        "Talks",
        "A SECOND ROUND.",
    )
    assert rest.published_at > article.published_at
    assert again(url).article == article
    assert [version.text for version in article.versions.all()] == [TEXT, FIRST]


def test_second_part_stands_right_behind_on_a_position_of_its_own(editor):
    issue = make_issue()
    article, behind = make_article(issue=issue), make_article(issue=issue)

    rest = split(article, editor)

    assert list(issue.articles.in_print_order()) == [article, rest, behind]
    assert (rest.position, again(behind).position) == (3, 2)
    assert (rest.status, rest.published_at, rest.title_is_derived) == ("draft", None, True)


def test_report_goes_with_its_evidence(editor):
    article = make_article(published=True)
    stays = make_report(article=article, confirmed=True)
    event = make_event(date="1999-05-28", date_words="May 28", date_read_in=article, date_origin="rule")
    goes = make_report(event=event, article=article, words="The talks were reportedly short", confirmed=True)
    citation = make_citation(article, CITATION, (make_source(), ""))
    attribution = Attribution.objects.create(report=goes, cited_report=citation.reports.get())
    mention = make_mention(article, "Varda", make_place(), occurrence=1)
    make_evidence(goes, "Varda", occurrence=1, kind="place", mention=mention)

    rest = split(article, editor)

    assert (again(stays).article, again(goes).article) == (article, rest)
    assert (goes.review_state, again(event).status, event.date_read_in) == ("confirmed", "occurred", rest)
    assert again(attribution).report == goes
    assert stand_on_their_words(rest)


def test_report_of_both_parts_gets_a_twin_with_what_is_there(editor):
    article = make_article(published=True)
    actor = make_actor()
    report = make_report(article=article, claimed_date="1999-05-28", confirmed=True)
    claim = make_participation(report.event, actor, report=report)
    make_evidence(report, SECOND)
    named = make_evidence(report, "The talks", kind="participant", participation=claim)
    here = make_evidence(report, "Envoys", kind="participant", participation=claim)
    citation = make_citation(article, CITATION, (make_source(), ""))
    attribution = Attribution.objects.create(report=report, cited_report=citation.reports.get())

    rest = split(article, editor)

    twin = rest.reports.get()
    assert (twin.event, twin.claimed_date, twin.coder) == (report.event, "1999-05-28", report.coder)
    assert (twin.review_state, again(report).review_state) == ("confirmed", "confirmed")
    assert again(named).participation == twin.claimed_participations.get(actor=actor)
    assert again(here).participation == claim
    assert again(attribution).report == twin
    assert stand_on_their_words(article) and stand_on_their_words(rest)


@pytest.mark.parametrize(
    ("sentence", "states"), [(FIRST, ("confirmed", "proposed")), (SECOND, ("proposed", "confirmed"))]
)
def test_half_of_a_report_without_a_sentence_is_proposed_again(editor, sentence, states):
    article = make_article(published=True)
    report = make_report(article=article, words=sentence, confirmed=True)
    make_evidence(report, "Envoys", kind="trigger")
    make_evidence(report, "The talks", kind="trigger")

    rest = split(article, editor)

    assert (again(report).review_state, rest.reports.get().review_state) == states
    assert again(report.event).status == "occurred"


def test_orphans_go_with_their_report(editor):
    article = make_article()
    report = make_report(article=article, words=SECOND)
    mention = make_mention(article, "Envoys", make_actor())
    part = make_participation(report.event, mention.actor)
    orphan = make_evidence(report, "Envoys", kind="participant", participation=part, mention=mention)
    Evidence.objects.filter(pk=orphan.pk).update(state="orphan", start=None, end=None)

    rest = split(article, editor)

    assert (again(report).article, again(orphan).article, again(mention).article) == (rest, rest, article)


@pytest.mark.parametrize(
    ("mark", "rule"),
    [
        (lambda article: make_citation(article, "bridge.\n\nThe"), "split_cuts_no_mark"),
        (lambda article: make_report(article=article, words="bridge.\n\nThe"), "split_cuts_no_mark"),
        (lambda article: attributed_across(article), "attribution_cites_in_its_article"),
        (lambda article: named_across(article), "evidence_mention_is_in_its_article"),
    ],
    ids=["citation", "evidence", "source", "mention"],
)
def test_what_cannot_be_parted_without_loss_is_refused(editor, mark, rule):
    article = make_article()
    mark(article)

    assert refused(lambda: split(article, editor)) == rule
    assert again(article).text == TEXT
    assert Article.objects.count() == 1


def attributed_across(article):
    citation = make_citation(article, CITATION, (make_source(), ""))
    Attribution.objects.create(report=make_report(article=article), cited_report=citation.reports.get())


def named_across(article):
    mention = make_mention(article, "Varda", make_place())
    report = make_report(article=article, words=SECOND)
    make_evidence(report, "The talks", kind="place", mention=mention)


@pytest.mark.parametrize("at", [0, 5, AT - 1, len(TEXT)])
def test_article_is_split_where_a_paragraph_begins(editor, at):
    assert refused(lambda: split(make_article(), editor, at=at)) == "split_at_paragraph"


def test_split_needs_the_right(editor):
    with pytest.raises(PermissionDenied):
        split(make_article(), make_user("reviewer"))


# Joining


def joined(first, second, editor, **over):
    return join_articles(first, second, by=editor, reason=WHY, **over)


def pair(**over):
    issue = make_issue()
    return (
        make_article(issue=issue, text=FIRST, **over),
        make_article(issue=issue, text=f"{SECOND}\n\n{LAST}", **over),
    )


def test_joined_text_carries_the_marks_of_both(editor):
    first, second = pair(published=True)
    here, there = make_report(article=first, confirmed=True), make_report(article=second, confirmed=True)
    citation = make_citation(second, CITATION, (make_source(), ""))
    attribution = Attribution.objects.create(report=there, cited_report=citation.reports.get())
    make_mention(second, "Varda", make_actor())
    address = second.get_absolute_url()

    row = joined(first, second, editor)

    assert (row, row.text, row.text_version) == (first, TEXT, 2)
    assert {report.article for report in (again(here), again(there))} == {first}
    assert again(attribution).report == there
    assert stand_on_their_words(first)
    assert (again(second).status, second.position, second.text) == ("withdrawn", 2, f"{SECOND}\n\n{LAST}")
    assert OldAddress.objects.get().path == address
    assert OldAddress.objects.get().target == first.get_absolute_url()
    assert TextVersion.objects.filter(article=second).exists()


def test_drafts_are_joined_without_an_address(editor):
    first, second = pair()

    joined(first, second, editor)

    assert (again(second).status, OldAddress.objects.count()) == ("draft", 0)
    assert second.joined_to == first
    assert list(Article.objects.standing()) == [first]


def test_what_both_report_alike_becomes_one_report(editor):
    first, second = pair(published=True)
    event, actor = make_event(date_read_in=second, date="1999-05-28"), make_actor()
    one, other = (make_report(article=a, event=event, confirmed=True) for a in (first, second))
    for report, words in ((one, "Envoys"), (other, "The talks")):
        claim = make_participation(event, actor, report=report)
        make_evidence(report, words, kind="participant", participation=claim)
    citation = make_citation(second, CITATION, (make_source(), ""))
    Attribution.objects.create(report=other, cited_report=citation.reports.get())

    joined(first, second, editor)

    report = first.reports.get()
    assert (report, report.evidence.count(), report.attributions.count()) == (one, 4, 1)
    assert {span.participation for span in report.evidence.filter(kind="participant")} == {
        report.claimed_participations.get()
    }
    assert (again(event).min_sources, event.date_read_in) == (1, first)
    assert stand_on_their_words(first)


@pytest.mark.parametrize(
    "over",
    [{"status": "denied"}, {"claimed_date": "1999-05-28"}, {"confirmed": True}],
    ids=lambda over: next(iter(over)),
)
def test_what_they_report_otherwise_is_refused(editor, over):
    first, second = pair(published=True)
    event = make_event()
    make_report(article=first, event=event)
    make_report(article=second, event=event, **over)

    assert refused(lambda: joined(first, second, editor)) == "join_says_one_thing"
    assert Report.objects.filter(article=second).exists()


def test_only_two_of_one_issue_and_one_status_are_joined(editor):
    first, second = pair()
    draft, published = make_article(issue=first.issue), make_article(issue=first.issue, published=True)

    assert refused(lambda: joined(first, first, editor)) == "join_is_within_an_issue"
    assert refused(lambda: joined(first, make_article(), editor)) == "join_is_within_an_issue"
    assert refused(lambda: joined(draft, published, editor)) == "join_is_of_equals"
    with pytest.raises(PermissionDenied):
        joined(first, second, make_user("reviewer"))
    with pytest.raises(StaleRevision):
        joined(first, second, editor, revision=9)


def test_cross_references_follow_to_the_joined_article(editor):
    first, second = pair()
    elsewhere = make_article()
    reference = CrossReference(article=elsewhere, date="1999-06-03", target_article=second)
    reference.place_on(elsewhere.text, 0, 6, version=1)
    reference.save()

    joined(first, second, editor)

    assert again(reference).target_article == first


def test_split_and_joined_again_is_as_it_was(editor):
    article = make_article(published=True)
    event = make_event()
    report = make_report(article=article, event=event, confirmed=True)
    make_evidence(report, SECOND)
    make_citation(article, CITATION, (make_source(), ""))
    places = sorted(Evidence.objects.values_list("start", "end", "quote"))

    rest = split(article, editor)
    joined(article, rest, editor)

    assert again(article).text == TEXT
    assert sorted(report.evidence.values_list("start", "end", "quote")) == places
    assert (article.reports.get(), article.citations.count()) == (report, 1)
    assert Event.objects.get().status == "occurred"


# At once


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", [6, pytest.param(200, marks=pytest.mark.drill)])
def test_article_split_beside_new_evidence_keeps_every_mark_on_its_words(rounds):
    editor = make_user("editor")
    for _ in range(rounds):
        article = make_article()
        report = make_report(article=article)

        outcomes = together(lambda a=article: split(a, editor), lambda r=report: make_evidence(r, SECOND))

        assert not isinstance(outcomes[0], Exception)
        assert isinstance(outcomes[1], Evidence | IntegrityError)
        assert stand_on_their_words(article)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", [6, pytest.param(200, marks=pytest.mark.drill)])
def test_two_articles_moved_into_one_issue_at_once_get_positions_of_their_own(rounds):
    editor = make_user("editor")
    for _ in range(rounds):
        issue, one, other = make_issue(), make_article(), make_article()

        outcomes = together(*(lambda a=a, i=issue: move_article(a, i, by=editor, reason=WHY) for a in (one, other)))

        assert sorted(article.position for article in outcomes) == [1, 2]


# Joined away


def test_joined_article_stays_what_it_is(editor):
    first, second = pair(published=True)
    joined(first, second, editor)
    third = make_article(issue=first.issue, published=True)

    rules = [
        refused(lambda: publish(again(second), by=editor)),
        refused(lambda: move_article(second, make_issue(), by=editor, reason=WHY)),
        refused(lambda: split(second, editor)),
        refused(lambda: joined(third, second, editor)),
        refused(lambda: joined(second, third, editor)),
        refused(lambda: reports.make_report(second, make_event(), by=editor)),
    ]

    assert rules == ["article_joined_is_not_public", *["article_is_not_joined"] * 4, "report_article_stands"]
    assert again(second).joined_to == first


def test_what_is_joined_goes_along_where_its_article_is_joined(editor):
    first, second = pair()
    third = make_article(issue=first.issue)
    joined(first, second, editor)

    joined(third, again(first), editor)

    assert [again(article).joined_to for article in (first, second)] == [third, third]


def test_joined_article_is_out_of_the_desks_lists(editor, client):
    first, second = pair()
    joined(first, second, editor)
    client.force_login(editor)

    lists = [
        client.get("/admin/articles/article/").context["cl"].queryset,
        client.get("/admin/events/articletoannotate/").context["cl"].queryset,
    ]
    asked_for = client.get("/admin/articles/article/?joined=yes").context["cl"].queryset
    page = client.get(f"/admin/articles/article/{second.pk}/change/").content.decode()

    assert [[row.pk for row in rows] for rows in lists] == [[first.pk]] * 2
    assert [row.pk for row in asked_for] == [second.pk]
    assert "Joined to:" in page
    assert f"/articletoannotate/{second.pk}/" not in page
