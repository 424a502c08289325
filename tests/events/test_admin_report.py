"""The desk: a report by pasting words, reviewed and published, with rules answered on the page."""

import re

import pytest
from django.test import Client

from articles.models import Article
from events.models import Event, Evidence, Report
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_place,
    make_report,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

SENTENCE = "Envoys of the two river states met in Varda on May 28."
CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
ROLES = ("annotator", "reviewer", "editor", "administrator")
ADD = "/admin/events/report/add/"


def desk(role="editor"):
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


def formset(prefix, rows, initial=0):
    values = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for n, row in enumerate(rows):
        values |= {f"{prefix}-{n}-{name}": value for name, value in row.items()}
    return values


def document(article, event, *words, sources=(), claims=(), **values):
    return {
        "article": article.pk,
        "event": event.pk,
        "status": "occurred",
        **formset("evidence", words),
        **formset("attributions", sources),
        **formset("claimed_participations", claims),
        **values,
    }


def words(quote, kind="sentence", **more):
    return {"kind": kind, "quote": quote, "reading": "entity", **more}


def errors(response):
    """What the page says is wrong."""
    lists = re.findall(r'<ul class="errorlist[^"]*"[^>]*>(.*?)</ul>', response.content.decode(), re.DOTALL)
    return re.sub(r"<[^>]+>", " ", " ".join(lists)).strip()


def typed(client, path):
    """The values of a change page's form, as a browser would send them back."""
    page = client.get(path)
    form, values = page.context["adminform"].form, {}
    forms = [form, *(f for fs in page.context["inline_admin_formsets"] for f in fs.formset.forms)]
    forms += [fs.formset.management_form for fs in page.context["inline_admin_formsets"]]
    for one in forms:
        for name, field in one.fields.items():
            value = one[name].value()
            if isinstance(value, bool):
                values |= {one.add_prefix(name): "on"} if value else {}
            elif hasattr(value, "__iter__") and not isinstance(value, str):
                values[one.add_prefix(name)] = [getattr(v, "pk", v) for v in value]
            elif value is not None:
                values[one.add_prefix(name)] = field.prepare_value(value)
    return values


def test_words_that_are_pasted_are_found_in_the_text():
    client, article, event = desk(), make_article(), make_event()

    response = client.post(ADD, document(article, event, words(SENTENCE)))

    report = Report.objects.get()
    evidence = report.evidence.get()
    assert response.status_code == 302, errors(response)
    assert (report.coder, report.review_state, report.codebook_version) == (client.user, "proposed", "1.0.0")
    assert article.text[evidence.start : evidence.end] == evidence.quote == SENTENCE


def test_other_quotation_marks_and_line_breaks_still_find_the_words():
    article = make_article(text="The ‘old’ bridge–closed for years–opened. It’s said to hold.")

    desk().post(ADD, document(article, make_event(), words("The 'old' bridge-closed\r\nfor years-opened.")))

    assert Evidence.objects.get().quote == "The ‘old’ bridge–closed for years–opened."


def test_text_to_paste_from_stands_on_the_page_of_a_new_report():
    article = make_article()

    page = desk().get(f"{ADD}?article={article.pk}").content.decode()

    assert SENTENCE in page


def test_words_that_stand_twice_are_asked_for_and_then_taken():
    client, article, event = desk(), make_article(), make_event()

    asked = client.post(ADD, document(article, event, words("Varda")))
    second = TEXT.rindex("Varda")
    client.post(ADD, document(article, event, words("Varda", occurrence=second)))

    assert "2 times" in errors(asked)
    assert f'value="{second}">Sentence 4: …' in asked.content.decode()
    assert Evidence.objects.get().start == second


def test_words_that_are_not_there_are_refused_and_everything_typed_is_kept():
    response = desk().post(
        ADD, document(make_article(), make_event(), words("Envoys of the two lake states"), note="a long note")
    )

    page = response.content.decode()
    assert "as far as “Envoys of the two”" in errors(response)
    assert "Envoys of the two lake states" in page and "a long note" in page
    assert not Report.objects.exists()


def test_participant_source_and_claim_come_with_the_report():
    article, actor, place = make_article(), make_actor(), make_place()
    event = make_event(participants=[(actor, "actor")])
    part = event.participations.get()
    cited = make_citation(article, CITATION, (make_source(), "1999-05-28")).reports.get()

    response = desk().post(
        ADD,
        document(
            article,
            event,
            words(SENTENCE),
            words("Envoys", "participant", participation=part.pk),
            sources=[{"says": "on", "cited_report": cited.pk, "scope": "explicit"}],
            claimed_date="1999-05-29",
            claimed_place=place.pk,
        ),
    )

    report = Report.objects.get()
    assert response.status_code == 302, errors(response)
    assert report.evidence.get(kind="participant").mention.actor == actor
    assert (report.attributions.get().scope, report.claimed_date, report.claimed_place) == (
        "explicit",
        "1999-05-29",
        place,
    )


def test_second_report_of_the_same_event_is_a_message_on_the_form():
    report = make_report()

    response = desk().post(ADD, document(report.article, report.event, words(SENTENCE)))

    assert response.status_code == 200
    assert "already" in errors(response).lower()
    assert Report.objects.count() == 1


def test_change_keeps_equal_words_and_raises_the_revision_once():
    client = desk()
    report = make_report(by=client.user)
    address = f"/admin/events/report/{report.pk}/change/"
    seen = report.revision

    response = client.post(address, {**typed(client, address), "hedged": "on", "reason": "Read again."})

    report.refresh_from_db()
    assert response.status_code == 302, errors(response)
    assert (report.hedged, report.revision, report.evidence.count()) == (True, seen + 1, 1)
    assert report.history.order_by("-pgh_id").first().pgh_context["reason"] == "Read again."


def test_stale_save_shows_both_versions_and_keeps_what_was_typed():
    client = desk()
    report = make_report(by=client.user)
    address = f"/admin/events/report/{report.pk}/change/"
    mine = {**typed(client, address), "note": "mine", "status": "denied"}
    client.post(address, {**typed(client, address), "note": "theirs"})

    stale = client.post(address, mine)
    current = Report.objects.get()
    chosen = client.post(address, {**mine, "overwrite": [current.revision]})

    page = stale.content.decode()
    assert "while you had it open" in errors(stale) and f"Two versions: {client.user}" in page
    assert "<td>nothing</td><td>theirs</td><td>mine</td>" in page
    assert current.note == "theirs"
    assert chosen.status_code == 302, errors(chosen)
    assert Report.objects.get().note == "mine"


@pytest.mark.django_db(transaction=True)  # what happened meanwhile is told by its time
def test_words_and_fields_of_a_colleague_survive_a_save_over_them():
    client = desk()
    report = make_report(by=client.user)
    address = f"/admin/events/report/{report.pk}/change/"
    mine = {**typed(client, address), "note": "mine"}
    theirs = {**typed(client, address), "hedged": "on", "evidence-TOTAL_FORMS": 2}
    client.post(address, {**theirs, "evidence-1-kind": "trigger", "evidence-1-quote": "met"})

    stale = client.post(address, mine)
    client.post(address, {**mine, "overwrite": [Report.objects.get().revision]})

    report.refresh_from_db()
    assert "evidence “met” was made by" in stale.content.decode()
    assert "kept as stored now: hedged “True”" in stale.content.decode()
    assert (report.note, report.hedged) == ("mine", True)
    assert set(report.evidence.values_list("quote", flat=True)) == {SENTENCE, "met"}


@pytest.mark.django_db(transaction=True)  # what happened meanwhile is told by its time
def test_words_that_a_colleague_removed_meanwhile_can_be_kept():
    client = desk()
    report = make_report(by=client.user)
    make_evidence(report, "met", kind="trigger")
    address = f"/admin/events/report/{report.pk}/change/"
    mine = typed(client, address)
    client.post(address, {**mine, "evidence-1-DELETE": "on"})

    stale = client.post(address, mine)
    chosen = client.post(address, {**mine, "overwrite": [Report.objects.get().revision]})

    assert "“met” was deleted by" in stale.content.decode()
    assert chosen.status_code == 302, errors(chosen)
    assert report.evidence.filter(quote="met").exists()


def test_report_is_confirmed_with_what_the_event_adopts_and_published():
    client = desk()
    report = make_report(event=make_event(date="1999-05-28"), claimed_date="1999-05-29", article=make_article())
    asked = client.get(f"/admin/events/report/{report.pk}/confirm/")

    client.post(f"/admin/events/report/{report.pk}/confirm/", {"adopt": ["date"]})
    client.post(f"/admin/events/articletoannotate/{report.article_id}/publish/")

    event = Event.objects.public().get()
    assert "1999-05-29 (the event has 1999-05-28)" in asked.content.decode()
    assert (event.date, event.status) == ("1999-05-29", "occurred")


def test_return_and_reject_want_a_reason_and_say_so():
    client, report = desk(), make_report()

    without = client.post(f"/admin/events/report/{report.pk}/return/", {"reason": ""})
    client.post(f"/admin/events/report/{report.pk}/return/", {"reason": "Which sentence?"})

    report.refresh_from_db()
    assert without.status_code == 409 and "required" in without.content.decode()
    assert (report.review_state, report.review_reason) == ("returned", "Which sentence?")


def test_refused_decision_is_said_on_the_page():
    report = make_report()
    report.evidence.all().delete()
    make_evidence(report, "met", kind="trigger")

    response = desk().post(f"/admin/events/report/{report.pk}/confirm/")

    assert response.status_code == 409
    assert "at least one sentence" in response.content.decode()


def test_empty_row_that_the_form_offers_is_no_words():
    client = desk()
    report = make_report(by=client.user)
    address = f"/admin/events/report/{report.pk}/change/"

    response = client.post(address, {**typed(client, address), "note": "kept", "evidence-1-reading": "entity"})

    report.refresh_from_db()
    assert response.status_code == 302, errors(response)
    assert (report.note, report.evidence.count()) == ("kept", 1)


def test_decision_about_a_version_that_is_no_more_is_refused():
    client, report = desk(), make_report(article=make_article())
    address = f"/admin/events/report/{report.pk}/confirm/"
    looked_at = client.get(address).context["form"]["revision"].value()
    report.note = "Changed meanwhile."
    report.save()

    refused = client.post(address, {"revision": looked_at})

    report.refresh_from_db()
    assert refused.status_code == 409 and "somebody changed it meanwhile" in refused.content.decode()
    assert report.review_state == "proposed"


def test_words_of_the_report_are_marked_in_the_text_beside_it():
    client, report = desk(), make_report(article=make_article())
    make_evidence(report, "met", kind="trigger")

    page = client.get(f"/admin/events/report/{report.pk}/change/").content.decode()

    assert '<mark class="sentence">Envoys of the two river states </mark><mark class="detail">met</mark>' in page


def test_confirmed_report_tells_on_what_it_rests():
    report = make_report(confirmed=True)

    page = desk().get(f"/admin/events/report/{report.pk}/change/").content.decode()

    assert f'<td class="words">{SENTENCE}</td>' in page
    assert "nobody whom the article cites" in page and "as the event has them" in page


def test_confirmed_report_cannot_be_changed_by_the_form():
    client, report = desk(), make_report(confirmed=True)
    address = f"/admin/events/report/{report.pk}/change/"

    page = client.get(address).content.decode()
    posted = client.post(address, {"hedged": "on"})

    report.refresh_from_db()
    assert 'name="_save"' not in page and "Return" in page
    assert posted.status_code == 403
    assert not report.hedged


def test_next_proposed_report_follows_a_decision():
    first = make_report(article=make_article())
    second = make_report(article=first.article)

    response = desk().post(f"/admin/events/report/{first.pk}/confirm/")

    assert response.headers["Location"] == f"/admin/events/report/{second.pk}/change/"


def test_withdrawal_and_publishing_a_list_after_a_look():
    client = desk()
    articles = [make_article(), make_article()]
    chosen = {"action": "publish_after_a_look", "_selected_action": [a.pk for a in articles]}
    changelist = "/admin/events/articletoannotate/"

    look = client.post(changelist, chosen)
    assert not Article.objects.public().exists()
    client.post(f"{changelist}publish-set/", {"keys": look.context["keys"]})
    client.post(f"{changelist}{articles[0].pk}/withdraw/", {"reason": "Printed twice."})

    assert articles[0].title in look.content.decode()
    assert Article.objects.public().get() == articles[1]


@pytest.mark.parametrize(
    ("path", "roles"),
    [
        ("/admin/events/report/add/", {"annotator", "reviewer", "editor", "administrator"}),
        ("/admin/events/report/{report}/change/", {"annotator", "reviewer", "editor", "administrator"}),
        ("/admin/events/report/{report}/confirm/", {"reviewer", "editor", "administrator"}),
        ("/admin/events/report/{report}/reject/", {"reviewer", "editor", "administrator"}),
        ("/admin/events/report/{report}/return/", {"reviewer", "editor", "administrator"}),
        ("/admin/events/report/{report}/history/", {"annotator", "reviewer", "editor", "administrator"}),
        ("/admin/events/articletoannotate/{article}/publish/", {"editor", "administrator"}),
        ("/admin/events/articletoannotate/{article}/change/", {"annotator", "reviewer", "editor", "administrator"}),
        ("/admin/articles/article/{article}/correct/", {"editor", "administrator"}),
        ("/admin/articles/article/{article}/change/", {"annotator", "reviewer", "editor", "administrator"}),
        ("/admin/articles/publication/add/", {"editor", "administrator"}),
        ("/admin/articles/issue/{issue}/date/", {"editor", "administrator"}),
        ("/admin/events/actor/add/", {"annotator", "reviewer", "editor", "administrator"}),
        ("/admin/articles/textversion/", {"annotator", "reviewer", "editor", "administrator"}),
        ("/admin/auth/user/add/", {"administrator"}),
        ("/admin/articles/article/{article}/delete/", {"editor", "administrator"}),
        ("/admin/articles/textversion/add/", set()),
        ("/admin/events/eventtype/add/", set()),
    ],
)
def test_page_is_for_its_roles_alone(path, roles):
    report = make_report()
    address = path.format(report=report.pk, article=report.article_id, issue=report.article.issue_id)

    opened = {
        role
        for role in ("annotator", "reviewer", "editor", "administrator")
        if desk(role).get(address).status_code == 200
    }

    assert opened == roles
    assert Client().get(address).status_code == 302
    reader = Client()
    reader.force_login(make_user())
    assert reader.get(address).status_code == 302


@pytest.mark.parametrize("field", ["review_state", "coder", "reviewer", "codebook_version"])
def test_form_cannot_write_what_only_verbs_write(field):
    client = desk()
    report = make_report(by=client.user)
    address = f"/admin/events/report/{report.pk}/change/"

    client.post(address, {**typed(client, address), field: "confirmed", "note": "saved"})

    report.refresh_from_db()
    assert (report.note, report.review_state, report.coder) == ("saved", "proposed", client.user)
