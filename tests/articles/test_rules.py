"""Every rule that the database keeps about what was printed."""

import pytest
from django.db import IntegrityError

from articles.models import (
    CitedReport,
    CrossReference,
    Facet,
    ImportFile,
    ImportPiece,
    ImportProblem,
    ImportRun,
    OldAddress,
    PublicCounter,
    SearchTerm,
    SearchVariant,
    SourceUrl,
    TextVersion,
)
from tests.make import make_article, make_citation, make_issue, make_publication, make_source
from tests.rules import Rule, breaks, obeys, rules_of

pytestmark = pytest.mark.django_db


def make_cited_report(**over):
    citation = make_citation(make_article(), "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)")
    return CitedReport.objects.create(citation=citation, news_source=make_source(), **{"date": "1999-05-28", **over})


def make_cross_reference():
    article = make_article(text="More of this in print (see the Monitor, June 3).")
    reference = CrossReference(article=article, date="1999-06-03")
    start = article.text.index("(")
    reference.place_on(article.text, start, len(article.text) - 1, version=1)
    reference.save()
    return reference


def make_url():
    return SourceUrl.objects.create(article=make_article(), url="https://digest.example/1")


def make_old_address(path="/old/"):
    return OldAddress.objects.create(path=path, target="/new/")


def make_run():
    return ImportRun.objects.create()


def make_piece():
    file = ImportFile.objects.create(run=make_run(), path="a.txt")
    first, _ = (ImportPiece.objects.create(file=file, number=number, data=b"a") for number in (1, 2))
    return first


def make_problem():
    values = {"run": make_run(), "path": "a.txt", "line": 1, "code": "no_text", "severity": "refused"}
    first, _ = (ImportProblem.objects.create(**values, fingerprint=letter * 64) for letter in "ab")
    return first


def make_counter():
    counter, _ = PublicCounter.objects.update_or_create(id=1, defaults={"number": 1})
    return counter


def make_version():
    return make_article().versions.get()


def make_search_term(name="Politics"):
    return SearchTerm.objects.create(facet=Facet.SECTION, name=name)


def make_search_variant(key="kyiv"):
    return SearchVariant.objects.create(kind="events.place", owner=1, key=key, spelling=key)


def citation():
    return make_citation(make_article(), "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)")


PUBLISHED = {"status": "published", "published_at": "2026-01-01T00:00Z"}
RULES = [
    Rule("publication_has_slug", make_publication, {"slug": "monitor"}, {"slug": ""}),
    Rule("publication_has_title", make_publication, {"title": "Monitor"}, {"title": ""}),
    Rule(
        "publication_first_year_is_a_year",
        make_publication,
        {"first_year": 1995},
        {"first_year": 19},
        empty={"first_year": None},
    ),
    Rule("publication_quote_policy_is_known", make_publication, {"quote_policy": "none"}, {"quote_policy": "some"}),
    Rule(
        "issue_is_one_of_its_number",
        make_issue,
        {"number": 100_000},
        lambda issue: {"number": make_issue(publication=issue.publication, volume=issue.volume).number},
    ),
    Rule("issue_volume_is_positive", make_issue, {"volume": 1}, {"volume": 0}),
    Rule("issue_number_is_positive", make_issue, {"number": 1}, {"number": 0}),
    Rule(
        "issue_date_and_basis_agree",
        make_issue,
        {"date": "1999-06-03", "date_basis": "derived"},
        {"date_basis": "unknown"},
        empty={"date": "", "date_lower": None, "date_upper": None, "date_basis": "unknown"},
    ),
    Rule(
        "issue_date_bounds_in_order",
        make_issue,
        {"date_lower": "1999-06-01", "date_upper": "1999-06-03"},
        {"date_lower": "1999-06-04", "date_upper": "1999-06-03"},
        empty={"date_lower": None, "date_upper": None},
    ),
    Rule(
        "article_is_alone_on_its_position",
        make_article,
        {"position": 7},
        lambda article: {"position": make_article(issue=article.issue).position},
    ),
    Rule("article_position_is_positive", make_article, {"position": 3}, {"position": 0}),
    Rule("article_order_is_positive", make_article, {"order": 3}, {"order": 0}),
    Rule("article_has_title", make_article, {"title": "Envoys meet"}, {"title": ""}),
    Rule("article_title_is_bounded", make_article, {"title": "a" * 500}, {"title": "a" * 501}),
    Rule("article_has_text", make_article, {"title": "Same text"}, {"text": ""}),
    Rule("article_text_is_bounded", make_article, {"title": "Same text"}, {"text": "a" * 200_001}),
    *(
        Rule("article_text_is_normalised", make_article, {"title": "Same text"}, {"text": broken})
        for broken in ("a\tb", "a\r\nb", "a\x85b", "a\u2028b", "\na", "a\n", "a\n\n\nb")
    ),
    Rule("article_text_hash_is_sha256", make_article, {"text_sha256": "0" * 64}, {"text_sha256": "0" * 63}),
    Rule("article_text_version_is_positive", make_article, {"text_version": 1}, {"text_version": 0}),
    Rule(
        "article_status_is_known",
        make_article,
        {"status": "in_review"},
        {"status": "secret", "published_at": "2026-01-01T00:00Z"},
    ),
    Rule(
        "article_published_has_time",
        make_article,
        {"status": "published", "published_at": "2026-01-01T00:00Z"},
        {"status": "withdrawn", "published_at": None},
        empty={"status": "draft", "published_at": None},
    ),
    Rule(
        "article_joined_is_not_public",
        make_article,
        lambda article: {"joined_to": make_article(issue=article.issue)},
        lambda article: {**PUBLISHED, "joined_to": make_article(issue=article.issue)},
        empty={**PUBLISHED, "joined_to": None},
    ),
    Rule(
        "article_derived_title_only_without_printed",
        make_article,
        {"title_is_derived": False, "title_printed": "ENVOYS MEET."},
        {"title_is_derived": True, "title_printed": "ENVOYS MEET."},
        empty={"title_is_derived": True, "title_printed": ""},
    ),
    Rule("source_url_is_web_address", make_url, {"url": "http://digest.example/2"}, {"url": "javascript:alert(1)"}),
    Rule(
        "news_source_is_one_a_spelling",
        make_source,
        {"name": "Kyodo"},
        lambda source: {"name": make_source(name="Interfax").name.upper()},
    ),
    Rule(
        "search_term_has_one_number",
        make_search_term,
        {"name": "Economy"},
        lambda row: {"name": make_search_term(name="Trade").name},
    ),
    Rule(
        "search_variant_is_one_of_its_owner",
        make_search_variant,
        {"key": "kiev"},
        lambda row: {"key": make_search_variant(key="kiew").key},
    ),
    Rule("news_source_has_slug", make_source, {"slug": "kyodo"}, {"slug": ""}),
    Rule("news_source_has_name", make_source, {"name": "Kyodo"}, {"name": ""}),
    Rule("news_source_kind_is_known", make_source, {"kind": "agency"}, {"kind": "rumour"}, empty={"kind": ""}),
    Rule("news_source_country_is_iso_code", make_source, {"country": "JP"}, {"country": "jp"}, empty={"country": ""}),
    Rule(
        "citation_has_place_unless_orphan",
        citation,
        {"state": "check"},
        {"start": None},
        empty={"state": "orphan", "start": None, "end": None},
    ),
    Rule("citation_end_after_start", citation, {"state": "check"}, lambda row: {"end": row.start}),
    Rule("citation_has_quote", citation, {"state": "check"}, {"quote": ""}),
    Rule(
        "citation_is_one_of_its_place",
        lambda: make_citation(make_article(), "May 28"),
        {"state": "check"},
        lambda row: place_of(make_citation(row.article, "on May 28")),
    ),
    Rule(
        "cited_report_is_named_once",
        make_cited_report,
        {"date": "1999-05-29", "date_lower": "1999-05-29", "date_upper": "1999-05-29"},
        lambda row: {
            "date": CitedReport.objects.create(
                citation=row.citation, news_source=row.news_source, date="1999-05-30"
            ).date
        },
        empty={"date": "", "date_lower": None, "date_upper": None},
    ),
    Rule("cited_report_date_origin_is_known", make_cited_report, {"date_origin": "person"}, {"date_origin": "oracle"}),
    Rule(
        "cited_report_date_bounds_in_order",
        make_cited_report,
        {"date_lower": "1999-05-27"},
        {"date_lower": "1999-05-29"},
        empty={"date_lower": None, "date_upper": None},
    ),
    Rule(
        "crossreference_has_place_unless_orphan",
        make_cross_reference,
        {"state": "check"},
        {"end": None},
        empty={"state": "orphan", "start": None, "end": None},
    ),
    Rule("crossreference_end_after_start", make_cross_reference, {"state": "check"}, lambda row: {"end": row.start}),
    Rule("crossreference_has_quote", make_cross_reference, {"state": "check"}, {"quote": ""}),
    Rule(
        "cross_reference_is_one_of_its_place",
        make_cross_reference,
        {"volume": 5},
        lambda row: {"date": twin_of(row).date},
    ),
    Rule(
        "cross_reference_leads_to_one_target",
        make_cross_reference,
        lambda row: {"target_issue": make_issue()},
        lambda row: {"target_issue": row.article.issue, "target_article": row.article},
        empty={"target_issue": None, "target_article": None},
    ),
    Rule(
        "cross_reference_date_bounds_in_order",
        make_cross_reference,
        {"date_lower": "1999-06-01"},
        {"date_lower": "1999-06-04"},
        empty={"date_lower": None, "date_upper": None},
    ),
    Rule(
        "old_address_leads_to_one_place",
        make_old_address,
        {"path": "/older/"},
        lambda row: {"path": make_old_address("/older/").path},
    ),
    Rule("old_address_path_begins_with_slash", make_old_address, {"path": "/older/"}, {"path": "older/"}),
    Rule("old_address_target_begins_with_slash", make_old_address, {"target": "/newer/"}, {"target": "newer/"}),
    Rule("old_address_leads_elsewhere", make_old_address, {"target": "/newer/"}, {"target": "/old/"}),
    Rule("import_run_state_is_known", make_run, {"state": "done"}, {"state": "lost"}),
    Rule("import_piece_number_is_its_own", make_piece, {"number": 3}, {"number": 2}),
    Rule("import_problem_is_kept_once_a_run", make_problem, {"fingerprint": "c" * 64}, {"fingerprint": "b" * 64}),
    Rule("import_problem_state_is_known", make_problem, {"state": "kept"}, {"state": "lost"}),
    Rule("public_counter_is_one_row", make_counter, {"number": 7}, {"id": 2}),
    Rule("text_version_number_is_its_own", make_version, {}, {}),
    Rule("text_version_number_is_positive", make_version, {}, {}),
    Rule("text_version_correction_has_public_reason", make_version, {}, {}),
]


def place_of(span):
    return {"start": span.start, "end": span.end, "quote": span.quote}


def twin_of(reference):
    twin = CrossReference(article=reference.article, date="1999-06-04")
    twin.place_on(reference.article.text, reference.start, reference.end, version=1)
    twin.save()
    return twin


TRIED_BELOW = {rule.name for rule in RULES if rule.make is make_version}
TABLE = [rule for rule in RULES if rule.name not in TRIED_BELOW]


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.name)
def test_rule_allows_what_it_should(rule):
    row = rule.make()

    obeys(row, rule.allowed)


@pytest.mark.parametrize("rule", [rule for rule in TABLE if rule.empty is not None], ids=lambda rule: rule.name)
def test_rule_leaves_empty_values_alone(rule):
    row = rule.make()

    obeys(row, rule.empty)


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.name)
def test_rule_refuses_what_it_should(rule):
    row = rule.make()

    breaks(row, rule.refused, rule.name)


def test_every_rule_is_tried():
    assert rules_of("articles") == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("number", "public_reason", "rule"),
    [
        (1, "", "text_version_number_is_its_own"),
        (0, "", "text_version_number_is_positive"),
        (3, "", "text_version_correction_has_public_reason"),
        (3, "because", "text_version_correction_has_public_reason"),
    ],
)
def test_text_version_has_a_number_of_its_own_and_a_correction_its_reason(number, public_reason, rule):
    article = make_article()
    make_version_of(article, 2, "misread")

    with pytest.raises(IntegrityError) as refusal:
        make_version_of(article, number, public_reason)

    assert refusal.value.__cause__.diag.constraint_name == rule


def make_version_of(article, number, public_reason):
    TextVersion.objects.create(article=article, number=number, text="Another text.", public_reason=public_reason)
