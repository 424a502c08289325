"""Every rule that the database keeps about what the articles report."""

from datetime import UTC, datetime
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.models import CitedReport
from events.models import (
    ActorName,
    Affiliation,
    AnnotationTask,
    Attribution,
    Context,
    EventContext,
    EventRelation,
    EventType,
    MergeRecord,
    Mode,
    Participation,
    PlaceClaim,
    PlaceName,
    PublishedSet,
    RequestKey,
    SavedList,
)
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_decision,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_participation,
    make_place,
    make_release,
    make_report,
    make_source,
    make_user,
)
from tests.programs import make_token
from tests.rules import Rule, breaks, obeys, rules_of

pytestmark = pytest.mark.django_db

UNDATED = {"date_lower": None, "date_upper": None}


def make_affiliation(**over):
    person, state = make_actor(), make_actor(kind="state")
    return Affiliation.objects.create(person=person, organisation=state, **{"office": "President", **over})


def dated_affiliation():
    return make_affiliation(start="1991-07-10", end="1999-12-31")


def make_relation():
    return EventRelation.objects.create(source=make_event(), target=make_event(), kind="part_of")


def bare_report():
    """Without evidence, which would be tied to its article by a key of its own."""
    report = make_report()
    report.evidence.all().delete()
    return report


def joined_away():
    article = make_article()
    article.joined_to = make_article()
    article.save()
    return article


def make_claim():
    return PlaceClaim.objects.create(place=make_place(), state=make_actor(kind="state"))


def make_task(**over):
    values = {"article": make_article(), "holder": make_user("annotator"), "held_until": timezone.now(), **over}
    return AnnotationTask.objects.create(**values)


def make_published_set():
    return PublishedSet.objects.create(by=make_user("editor"), count=2)


def make_saved_list(**over):
    values = {"owner": make_user("annotator"), "name": "Undated", "of": "event", "query": "date=", **over}
    return SavedList.objects.create(**values)


def make_context():
    return EventContext.objects.create(event=make_event(), context_id="diplomatic")


def make_attribution():
    report = make_report()
    citation = make_citation(report.article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)")
    cited = CitedReport.objects.create(citation=citation, news_source=make_source(), date="1999-05-28")
    return Attribution.objects.create(report=report, cited_report=cited)


def make_merge_record(**over):
    values = {"what": "actor", "kept": 1, "merged": 2, "reason": "One man.", "by": make_user("reviewer"), **over}
    return MergeRecord.objects.create(**values)


def make_api_token():
    return make_token(make_user("annotator"))[0]


def make_request_key():
    return RequestKey.objects.create(user=make_user("annotator"), key="1f0", request_hash="0" * 64)


def decision():
    return make_decision(make_article(), "Envoys")


def participation():
    return make_participation(make_event(), make_actor())


def mention_of_place():
    return make_mention(make_article(), "Varda", make_place())


def mention_of_actor():
    return make_mention(make_article(), "Varda", make_actor(kind="state"), reading="metonym")


def evidence():
    return make_report().evidence.get()


def participant_evidence():
    report = make_report()
    part = make_participation(report.event, make_actor())
    return make_evidence(report, "Envoys", kind="participant", participation=part)


def twin(row, **over):
    """A second row like the first, but for the values given."""
    values = {f.name: getattr(row, f.name) for f in row._meta.fields if not f.primary_key}
    return type(row).objects.create(**{**values, **over})


def event_type():
    return EventType.objects.get(code="CONSULT")


def sanction_mode():
    return Mode.objects.get(key="SANCTION.expel")


RULES = [
    Rule(
        "release_withdrawn_says_why_and_when",
        make_release,
        {"withdrawn_for": "error", "withdrawn_at": datetime(2026, 11, 24, tzinfo=UTC)},
        {"withdrawn_for": "error"},
        empty={"withdrawn_for": "", "withdrawn_at": None},
    ),
    Rule("release_never_changes", make_release, {"updated_at": datetime(2026, 11, 24, tzinfo=UTC)}, {"rule": "Other."}),
    Rule("event_type_quad_is_known", event_type, {"quad": "none"}, {"quad": "lukewarm"}),
    Rule("event_type_roles_are_known", event_type, {"roles": ["actor"]}, {"roles": ["actor", "chorus"]}),
    Rule(
        "event_type_needed_recipient_is_legal",
        event_type,
        {"needs_recipient": True, "roles": ["actor", "recipient"]},
        {"needs_recipient": True, "roles": ["actor"]},
        empty={"needs_recipient": False, "roles": []},
    ),
    Rule("mode_key_says_type_and_code", sanction_mode, {"label": "Expel"}, {"code": "expulsion"}),
    Rule("actor_has_slug", make_actor, {"slug": "somebody"}, {"slug": ""}),
    Rule("actor_has_name", make_actor, {"name": "Somebody"}, {"name": ""}),
    Rule("actor_kind_is_known", make_actor, {"kind": "group"}, {"kind": "ghost"}),
    Rule("actor_wikidata_is_an_id", make_actor, {"wikidata": "Q34453"}, {"wikidata": "34453"}, empty={"wikidata": ""}),
    Rule(
        "actor_name_is_given_once",
        lambda: make_actor().names.get(),
        {"name": "Another name"},
        lambda name: {"name": ActorName.objects.create(actor=name.actor, name="Boris").name},
    ),
    Rule("actor_name_is_not_empty", lambda: make_actor().names.get(), {"name": "Boris"}, {"name": ""}),
    Rule(
        "actor_name_used_bounds_in_order",
        lambda: ActorName.objects.create(actor=make_actor(), name="Old", used="1991/2004"),
        {"used_upper": "2003-12-31"},
        {"used_upper": "1990-12-31"},
        empty={"used": "", "used_lower": None, "used_upper": None},
    ),
    Rule(
        "affiliation_is_given_once",
        make_affiliation,
        {"office": "Minister"},
        lambda row: {"office": twin(row, office="Deputy").office},
        empty={"office": ""},
    ),
    Rule("affiliation_sector_is_code", make_affiliation, {"sector": "GOV"}, {"sector": "gov"}, empty={"sector": ""}),
    Rule(
        "affiliation_real_start_is_given",
        dated_affiliation,
        {"start_is_real": True},
        {"start_is_real": True, "start": "", "start_lower": None, "start_upper": None},
        empty={"start": "", "start_lower": None, "start_upper": None},
    ),
    Rule(
        "affiliation_real_end_is_given",
        dated_affiliation,
        {"end_is_real": True},
        {"end_is_real": True, "end": "", "end_lower": None, "end_upper": None},
        empty={"end": "", "end_lower": None, "end_upper": None},
    ),
    Rule(
        "affiliation_ends_after_start",
        dated_affiliation,
        {"end_lower": "1991-07-10", "end_upper": "1991-07-10"},
        {"end_lower": "1991-07-09", "end_upper": "1991-07-09"},
        empty={"end": "", "end_lower": None, "end_upper": None},
    ),
    Rule(
        "affiliation_start_bounds_in_order",
        dated_affiliation,
        {"start_lower": "1991-07-01"},
        {"start_lower": "1991-07-11"},
        empty={"start_lower": None},
    ),
    Rule(
        "affiliation_end_bounds_in_order",
        dated_affiliation,
        {"end_lower": "1999-12-01"},
        {"end_lower": "2000-01-01"},
        empty={"end_lower": None},
    ),
    Rule("place_has_slug", make_place, {"slug": "varda"}, {"slug": ""}),
    Rule("place_has_name", make_place, {"name": "Varda"}, {"name": ""}),
    Rule("place_kind_is_known", make_place, {"kind": "site"}, {"kind": "planet"}),
    Rule("place_country_is_iso_code", make_place, {"country": "RU"}, {"country": "ru"}, empty={"country": ""}),
    Rule(
        "place_coordinates_are_a_pair_on_earth",
        make_place,
        {"latitude": "55.75222", "longitude": "37.61556"},
        {"latitude": "91", "longitude": "37.61556"},
        empty={"latitude": None, "longitude": None},
    ),
    Rule(
        "place_coordinates_are_a_pair_on_earth",
        make_place,
        {"latitude": "-90", "longitude": "180"},
        {"latitude": "55.75222", "longitude": None},
    ),
    Rule("place_wikidata_is_an_id", make_place, {"wikidata": "Q649"}, {"wikidata": "649"}, empty={"wikidata": ""}),
    Rule(
        "place_name_is_given_once",
        lambda: make_place().names.get(),
        {"name": "Another name"},
        lambda name: {"name": PlaceName.objects.create(place=name.place, name="Kiev").name},
    ),
    Rule("place_name_is_not_empty", lambda: make_place().names.get(), {"name": "Kiev"}, {"name": ""}),
    Rule(
        "place_name_used_bounds_in_order",
        lambda: PlaceName.objects.create(place=make_place(), name="Leningrad", used="1924/1991"),
        {"used_upper": "1990-12-31"},
        {"used_upper": "1923-12-31"},
        empty={"used": "", "used_lower": None, "used_upper": None},
    ),
    Rule(
        "place_claim_is_made_once",
        make_claim,
        lambda row: {"state": make_actor(kind="state")},
        lambda row: {"state": twin(row, state=make_actor(kind="state")).state},
    ),
    Rule("event_has_label", make_event, {"label": "Envoys meet"}, {"label": ""}),
    Rule(
        "event_geo_precision_is_known",
        lambda: make_event(place=make_place()),
        {"geo_precision": "city"},
        {"geo_precision": "street"},
    ),
    Rule(
        "event_precision_needs_place",
        make_event,
        lambda event: {"place": make_place(), "geo_precision": "city"},
        {"geo_precision": "city"},
        empty={"place": None, "geo_precision": "unknown"},
    ),
    Rule(
        "event_date_origin_is_known",
        lambda: make_event(date_read_in=make_article()),
        {"date_origin": "rule"},
        {"date_origin": "oracle"},
    ),
    Rule(
        "event_date_by_rule_names_its_article",
        make_event,
        lambda event: {"date_origin": "rule", "date_read_in": make_article()},
        {"date_origin": "rule"},
        empty={"date_origin": "person", "date_read_in": None},
    ),
    Rule("event_status_is_known", make_event, {"status": "denied"}, {"status": "rumoured"}, empty={"status": ""}),
    Rule(
        "event_date_bounds_in_order",
        lambda: make_event(date="1999-05-28"),
        {"date_lower": "1999-05-27"},
        {"date_lower": "1999-05-29"},
        empty={"date": "", **UNDATED},
    ),
    Rule(
        "event_context_is_given_once",
        make_context,
        {"context": "military"},
        lambda row: {"context": twin(row, context=Context.objects.get(code="territory")).context},
    ),
    Rule(
        "event_relation_is_made_once",
        make_relation,
        {"kind": "about"},
        lambda row: {"kind": twin(row, kind="aims_at").kind},
    ),
    Rule(
        "event_relation_joins_two_events",
        make_relation,
        lambda row: {"target": make_event()},
        lambda row: {"target": row.source},
    ),
    Rule("event_relation_kind_is_known", make_relation, {"kind": "realises"}, {"kind": "rhymes_with"}),
    Rule(
        "report_is_one_of_event_and_article",
        make_report,
        lambda row: {"note": "the only one"},
        lambda row: {"event": make_report(article=row.article).event},
    ),
    Rule("report_status_is_known", make_report, {"status": "denied"}, {"status": "rumoured"}),
    Rule(
        "report_review_state_is_known",
        lambda: make_report(confirmed=True),
        {"review_state": "proposed"},
        {"review_state": "blessed", "review_reason": "so"},
    ),
    Rule(
        "report_refusal_has_reason",
        lambda: make_report(confirmed=True),
        {"review_state": "returned", "review_reason": "No sentence says so."},
        {"review_state": "returned"},
        empty={"review_state": "proposed", "review_reason": ""},
    ),
    Rule(
        "report_decision_has_reviewer",
        lambda: make_report(confirmed=True),
        lambda row: {"reviewer": make_user("reviewer")},
        {"reviewer": None},
        empty={"review_state": "proposed", "reviewer": None, "reviewed_at": None},
    ),
    Rule(
        "report_claimed_date_origin_is_known",
        make_report,
        {"claimed_date_origin": "rule"},
        {"claimed_date_origin": "oracle"},
    ),
    Rule(
        "report_claimed_date_bounds_in_order",
        lambda: make_report(claimed_date="1999-05-28"),
        {"claimed_date_lower": "1999-05-27"},
        {"claimed_date_lower": "1999-05-29"},
        empty={"claimed_date": "", "claimed_date_lower": None, "claimed_date_upper": None},
    ),
    Rule(
        "attribution_is_made_once",
        make_attribution,
        {"scope": "inherited"},
        lambda row: {"cited_report": twin(row, cited_report=twin(row.cited_report, date="1999-05-29")).cited_report},
    ),
    Rule("attribution_scope_is_known", make_attribution, {"scope": "explicit"}, {"scope": "vague"}),
    Rule(
        "participation_is_given_once",
        participation,
        {"role": "recipient"},
        lambda row: {"role": twin(row, role="recipient").role},
    ),
    Rule("participation_role_is_known", participation, {"role": "host"}, {"role": "chorus"}),
    Rule(
        "mention_has_place_unless_orphan",
        mention_of_place,
        {"state": "check"},
        {"start": None},
        empty={"state": "orphan", "start": None, "end": None},
    ),
    Rule("mention_end_after_start", mention_of_place, {"state": "check"}, lambda row: {"end": row.start}),
    Rule("mention_has_quote", mention_of_place, {"state": "check"}, {"quote": ""}),
    Rule(
        "mention_is_one_of_its_place",
        mention_of_place,
        {"state": "check"},
        lambda row: {"end": make_mention(row.article, "Varda on May", make_place()).end},
    ),
    Rule(
        "mention_names_row_of_its_kind",
        mention_of_place,
        lambda row: {"place": make_place()},
        {"kind": "actor"},
    ),
    Rule("mention_metonym_is_actor", mention_of_place, {"reading": "entity"}, {"reading": "metonym"}),
    Rule(
        "evidence_has_place_unless_orphan",
        evidence,
        {"state": "check"},
        {"end": None},
        empty={"state": "orphan", "start": None, "end": None},
    ),
    Rule("evidence_end_after_start", evidence, {"state": "check"}, lambda row: {"end": row.start}),
    Rule("evidence_has_quote", evidence, {"state": "check"}, {"quote": ""}),
    Rule(
        "evidence_is_given_once",
        evidence,
        {"kind": "trigger"},
        lambda row: {"kind": twin(row, kind="trigger").kind},
    ),
    Rule("evidence_kind_is_known", evidence, {"kind": "time"}, {"kind": "smell"}),
    Rule(
        "evidence_participant_names_participation",
        participant_evidence,
        {"state": "check"},
        {"participation": None},
        empty={"kind": "trigger", "participation": None},
    ),
    Rule(
        "evidence_mention_only_of_names",
        evidence,
        lambda row: {"kind": "place", "mention": make_mention(row.article, "Varda", make_place())},
        lambda row: {"mention": make_mention(row.article, "Varda", make_place())},
        empty={"mention": None},
    ),
    Rule("merge_record_what_is_known", make_merge_record, {"what": "source"}, {"what": "mode"}),
    Rule("merge_record_joins_two_rows", make_merge_record, {"kept": 3}, {"kept": 2}),
    Rule("merge_record_has_reason", make_merge_record, {"reason": "Two spellings."}, {"reason": ""}),
    Rule(
        "merge_record_undone_by_somebody_at_some_time",
        make_merge_record,
        lambda row: {"undone_by": row.by, "undone_at": row.at},
        lambda row: {"undone_at": row.at},
        empty={"undone_by": None, "undone_at": None},
    ),
    Rule(
        "merge_record_merges_a_row_once",
        make_merge_record,
        lambda row: {"merged": make_merge_record(merged=5, undone_by=row.by, undone_at=row.at).merged},
        lambda row: {"merged": make_merge_record(merged=5).merged},
    ),
    Rule(
        "annotation_task_state_is_known",
        make_task,
        {"state": "submitted", "held_until": None},
        {"state": "forgotten", "held_until": None},
    ),
    Rule(
        "annotation_task_is_held_in_work_alone",
        make_task,
        {"state": "submitted", "held_until": None},
        {"state": "submitted"},
    ),
    Rule(
        "annotation_task_holder_holds_for_a_time",
        make_task,
        {"held_until": timezone.now()},
        {"held_until": None},
        empty={"holder": None, "held_until": None},
    ),
    Rule(
        "annotation_task_handed_in_by_somebody",
        make_task,
        {"state": "done", "held_until": None},
        {"state": "done", "held_until": None, "holder": None},
        empty={"state": "in_work", "held_until": None, "holder": None},
    ),
    Rule("published_set_is_not_empty", make_published_set, {"count": 1}, {"count": 0}),
    Rule(
        "published_set_undone_by_somebody_at_some_time",
        make_published_set,
        lambda row: {"undone_by": row.by, "undone_at": row.at},
        lambda row: {"undone_by": row.by},
        empty={"undone_by": None, "undone_at": None},
    ),
    Rule(
        "saved_list_name_is_its_own",
        make_saved_list,
        lambda row: {"name": make_saved_list().name},
        lambda row: {"name": make_saved_list(owner=row.owner, name="Other").name},
    ),
    Rule("saved_list_has_name", make_saved_list, {"name": "Fishing"}, {"name": ""}),
    Rule("saved_list_is_of_a_known_list", make_saved_list, {"of": "report"}, {"of": "user"}),
    Rule(
        "request_key_is_used_once",
        make_request_key,
        lambda row: {"key": twin(row, user=make_user("annotator"), key="2f0").key},
        lambda row: {"key": twin(row, key="2f0").key},
    ),
    Rule(
        "suggestion_is_decided_once",
        decision,
        lambda row: {"occurrence": twin(row, occurrence=1).occurrence + 1},
        lambda row: {"occurrence": twin(row, occurrence=1).occurrence},
    ),
    Rule("suggestion_outcome_is_known", decision, {"outcome": "edited"}, {"outcome": "liked"}),
    Rule("suggestion_decision_has_quote", decision, {"quote": "Varda"}, {"quote": ""}),
    Rule("suggestion_decision_names_its_rules", decision, {"version": "2"}, {"version": ""}),
    Rule("api_token_scope_is_known", make_api_token, {"scope": "edit"}, {"scope": "all"}),
    Rule("api_token_hash_is_sha256", make_api_token, {"hash": "a" * 64}, {"hash": "a" * 63}),
    Rule("api_token_has_name", make_api_token, {"name": "A script"}, {"name": ""}),
    Rule("request_key_has_key", make_request_key, {"key": "2f0"}, {"key": ""}),
    Rule("request_key_hash_is_sha256", make_request_key, {"request_hash": "a" * 64}, {"request_hash": "a" * 63}),
    # Keys over two columns, and the rules that triggers keep.
    Rule(
        "mode_belongs_to_type",
        make_event,
        {"mode": "CONSULT.visit"},
        {"mode": "SANCTION.expel"},
        empty={"mode": None},
    ),
    Rule(
        "evidence_is_in_its_reports_article",
        evidence,
        {"kind": "trigger"},
        lambda row: {"article": make_article(text=row.article.text)},
    ),
    Rule(
        "evidence_mention_is_in_its_article",
        evidence,
        lambda row: {"kind": "place", "mention": make_mention(row.article, "Varda", make_place())},
        lambda row: {"kind": "place", "mention": mention_of_place()},
    ),
    Rule(
        "participation_claim_is_of_its_event",
        participation,
        lambda row: {"report": make_report(event=row.event)},
        lambda row: {"report": make_report()},
        empty={"report": None},
    ),
    Rule(
        "evidence_fits_its_report",
        participant_evidence,
        lambda row: {"mention": make_mention(row.article, "Varda", make_actor())},
        lambda row: {"participation": participation()},
        empty={"mention": None},
    ),
    Rule(
        "evidence_fits_its_report",
        evidence,
        lambda row: {"kind": "place", "mention": make_mention(row.article, "Varda", make_place())},
        lambda row: {
            "kind": "place",
            "mention": make_mention(row.article, "Varda", make_actor(kind="state"), reading="metonym"),
        },
    ),
    Rule(
        "report_article_stands",
        bare_report,
        lambda row: {"article": make_article()},
        lambda row: {"article": joined_away()},
    ),
    Rule(
        "article_joined_reports_nothing",
        make_article,
        lambda row: {"joined_to": make_article()},
        lambda row: {"joined_to": make_report(article=row) and make_article()},
        empty={"joined_to": None},
    ),
    Rule(
        "article_joined_is_final",
        make_article,
        lambda row: {"joined_to": make_article()},
        lambda row: {"joined_to": joined_away()},
        empty={"joined_to": None},
    ),
    Rule(
        "participation_role_is_legal",
        lambda: make_participation(make_event(type=EventType.objects.get(code="X-DISASTER")), make_actor()),
        {"role": "victim"},
        {"role": "mediator"},
    ),
    Rule(
        "attribution_cites_in_its_article",
        make_attribution,
        {"scope": "explicit"},
        lambda row: {"cited_report": make_attribution().cited_report},
    ),
    Rule(
        "affiliation_joins_person_and_body",
        make_affiliation,
        lambda row: {"person": make_actor(kind="person")},
        lambda row: {"person": make_actor(kind="group")},
    ),
    Rule(
        "actor_kind_fits_affiliations",
        lambda: make_affiliation().organisation,
        {"kind": "organisation"},
        {"kind": "person"},
    ),
    Rule(
        "place_lies_in_no_circle",
        lambda: make_place(parent=make_place()),
        lambda place: {"parent": make_place()},
        lambda place: {"parent": make_place(parent=place)},
        empty={"parent": None},
    ),
    Rule(
        "report_confirmed_has_sentence",
        lambda: make_report(confirmed=True).evidence.get(),
        {"state": "check"},
        {"kind": "trigger"},
    ),
    *(
        Rule(
            rule,
            make,
            lambda row, column=column, name=name: {column: name()},
            lambda row, column=column, name=name: {column: merged_away(name)},
        )
        for rule, column, name, make in [
            ("events_event_named_stands", "event", make_event, make_report),
            ("events_event_named_stands", "source", make_event, make_relation),
            ("events_event_named_stands", "target", make_event, make_relation),
            ("events_actor_named_stands", "actor", make_actor, participation),
            ("events_actor_named_stands", "actor", make_actor, mention_of_actor),
            ("events_actor_named_stands", "person", make_actor, make_affiliation),
            ("events_actor_named_stands", "organisation", partial(make_actor, kind="state"), make_affiliation),
            ("events_actor_named_stands", "state", make_actor, make_claim),
            ("events_place_named_stands", "place", make_place, make_claim),
            ("events_place_named_stands", "place", make_place, make_event),
            ("events_place_named_stands", "claimed_place", make_place, make_report),
            ("events_place_named_stands", "place", make_place, mention_of_place),
            ("events_place_named_stands", "parent", make_place, make_place),
        ]
    ),
    *(
        Rule(
            f"{table}_merged_into_final",
            make,
            lambda row, make=make: {"merged_into": make()},
            lambda row, make=make: {"merged_into": merged_away(make)},
            empty={"merged_into": None},
        )
        for table, make in {
            "events_actor": make_actor,
            "events_place": make_place,
            "events_event": make_event,
            "articles_newssource": make_source,
        }.items()
    ),
]
AT_THE_START = "release_version_is_semantic"  # later the whole row stands
OF_TRIGGERS = {
    "release_never_changes",
    "evidence_is_given_once",
    "mode_belongs_to_type",
    "evidence_is_in_its_reports_article",
    "evidence_mention_is_in_its_article",
    "participation_claim_is_of_its_event",
    "evidence_fits_its_report",
    "report_article_stands",
    "article_joined_reports_nothing",
    "article_joined_is_final",
    "participation_role_is_legal",
    "attribution_cites_in_its_article",
    "affiliation_joins_person_and_body",
    "actor_kind_fits_affiliations",
    "place_lies_in_no_circle",
    "report_confirmed_has_sentence",
    "events_event_named_stands",
    "events_actor_named_stands",
    "events_place_named_stands",
    "events_actor_merged_into_final",
    "events_place_merged_into_final",
    "events_event_merged_into_final",
    "articles_newssource_merged_into_final",
}
# Unique keys that only serve as targets of keys over two columns: a primary key is part of each.
TARGETS = {
    "mode_key_with_type",
    "mode_is_one_of_its_type",
    "report_with_article",
    "report_with_event",
    "mention_with_article",
}


def merged_away(make):
    row = make()
    row.merged_into = make()
    row.save()
    return row


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_allows_what_it_should(rule):
    row = rule.make()

    obeys(row, rule.allowed)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.empty is not None], ids=lambda rule: rule.name)
def test_rule_leaves_empty_values_alone(rule):
    row = rule.make()

    obeys(row, rule.empty)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_refuses_what_it_should(rule):
    row = rule.make()
    connection.check_constraints()

    breaks(row, rule.refused, rule.name)


@pytest.mark.parametrize("version", ["1", "1.0", "1.0.0-beta", "01.0.0", "v1.0.0", ""])
def test_a_release_has_a_semantic_version(version):
    with pytest.raises(IntegrityError, match="release_version_is_semantic"), transaction.atomic():
        make_release(version=version)


def test_every_rule_is_tried():
    assert rules_of("events") == {rule.name for rule in RULES} - OF_TRIGGERS | TARGETS | {AT_THE_START}


def test_last_sentence_of_a_confirmed_report_cannot_be_deleted():
    report = make_report(confirmed=True)
    connection.check_constraints()

    with pytest.raises(Exception, match="has no sentence"):
        report.evidence.all().delete()
        connection.check_constraints()


def test_places_know_what_they_lie_in_also_when_the_middle_moves():
    country, region = make_place(kind="country"), make_place(kind="admin1")
    city = make_place(parent=region)

    region.parent = country
    region.save()

    city.refresh_from_db()
    assert city.ancestors == [country.pk, region.pk]


def test_claimed_type_rules_the_roles_of_a_claim():
    report = make_report(claimed_type_id="X-DISASTER")
    claim = Participation.objects.create(event=report.event, report=report, actor=make_actor(), role="victim")
    connection.check_constraints()

    breaks(claim, {"role": "mediator"}, "participation_role_is_legal")


def test_issue_of_report_does_not_matter_to_its_rules():
    report = make_report(article=make_article(issue=make_issue(date="")), confirmed=True)

    obeys(report, {"hedged": True})
