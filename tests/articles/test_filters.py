import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from articles import filters
from articles.filters import ParametersRefused, filtered
from articles.models import Article, Citation, CrossReference, Issue, NewsSource, Publication
from articles.parameters import MAX_LENGTH, MAX_VALUES
from tests import make

pytestmark = pytest.mark.django_db

PARAMETERS = {
    filters.PublicationFilters: "id language publisher quote_policy",
    filters.IssueFilters: "id publication volume number after before match date_basis",
    filters.ArticleFilters: "id publication volume number after before match section source q",
    filters.SourceFilters: "id kind country",
    filters.CitationFilters: "id article publication volume number source after before match",
    filters.CrossReferenceFilters: "id article publication volume number target_issue target_article",
}
MODELS = {
    filters.PublicationFilters: Publication,
    filters.IssueFilters: Issue,
    filters.ArticleFilters: Article,
    filters.SourceFilters: NewsSource,
    filters.CitationFilters: Citation,
    filters.CrossReferenceFilters: CrossReference,
}


def ids(query, filterset, user=None):
    rows = MODELS[filterset].objects.visible_to(user)
    return list(filtered(QueryDict(query), rows, filterset, user=user).order_by("pk").values_list("pk", flat=True))


def refused(query, filterset, user=None):
    """The parameters at fault."""
    with pytest.raises(ParametersRefused) as refusal:
        ids(query, filterset, user)
    assert all(error.message for error in refusal.value.errors)
    return [error.parameter for error in refusal.value.errors]


@pytest.mark.parametrize("filterset", PARAMETERS)
def test_a_set_lists_its_parameters(filterset):
    assert sorted(filterset.base_filters) == sorted(PARAMETERS[filterset].split())


@pytest.mark.parametrize("filterset", PARAMETERS)
def test_every_parameter_explains_itself(filterset):
    assert all(parameter.help for parameter in filterset.base_filters.values())


@pytest.mark.parametrize("filterset", PARAMETERS)
@pytest.mark.parametrize("name", ["colour", "changed_since", "pk", "Volume", "volume ", "publication__slug"])
def test_an_unknown_parameter_is_refused_by_name(filterset, name):
    assert refused(f"{name}=x", filterset) == [name]


@pytest.mark.parametrize("filterset", PARAMETERS)
def test_an_empty_value_is_refused(filterset):
    for name in filterset.base_filters:
        assert refused(f"{name}=", filterset) == [name]


@pytest.mark.parametrize("filterset", PARAMETERS)
@pytest.mark.parametrize("value", ["a\0b", "\udcff", "x" * (MAX_LENGTH + 1), "\x07"])
def test_what_is_no_value_is_refused(filterset, value):
    for name in filterset.base_filters:
        query = QueryDict(mutable=True)
        query[name] = value
        with pytest.raises(ParametersRefused) as refusal:
            filtered(query, MODELS[filterset].objects.public(), filterset)
        assert [error.parameter for error in refusal.value.errors] == [name]


@pytest.mark.parametrize(
    "query",
    [
        "volume=five",
        "volume=0",
        "volume=-1",
        "volume=05",
        "volume=1.0",
        "volume=99999999999999999999",
        "volume=2147483648",
        "number=x",
        "after=yesterday",
        "after=1999-02-30",
        "before=XXXX-05-28",
        "match=perhaps",
        "match=possible&match=certain",
        "after=1999&after=2000",
        "publication=no%20slug",
        "date_basis=guessed",
    ],
)
def test_a_malformed_value_is_refused_by_name(query):
    assert refused(query, filters.IssueFilters) == [query.partition("=")[0]]


def test_every_parameter_at_fault_is_named():
    assert refused("volume=x&number=y", filters.IssueFilters) == ["volume", "number"]


def test_a_name_of_no_text_is_shown_as_text():
    query = QueryDict(mutable=True)
    query["\udcff" * 300] = "x"

    with pytest.raises(ParametersRefused) as refusal:
        filtered(query, Issue.objects.all(), filters.IssueFilters)

    assert refusal.value.errors[0].parameter.encode()
    assert len(refusal.value.errors[0].parameter) <= 100


def test_too_many_values_are_refused():
    query = "&".join(f"volume={n}" for n in range(1, MAX_VALUES + 2))

    assert refused(query, filters.IssueFilters) == ["volume"]


@pytest.fixture
def hidden():
    """A draft, with a value for every parameter that names something."""
    publication = make.make_publication(slug="hidden", language="xx")
    issue = make.make_issue(publication=publication, volume=77, number=78)
    article = make.make_article(issue=issue, section="Secret")
    source = make.make_source(slug="hidden", country="ZZ")
    make.make_citation(article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)", (source, "1999-05-28"))
    return article


@pytest.mark.parametrize(
    ("filterset", "hidden_query", "missing_query"),
    [
        (filters.PublicationFilters, "language=xx", "language=yy"),
        (filters.IssueFilters, "publication=hidden", "publication=missing"),
        (filters.IssueFilters, "volume=77", "volume=99"),
        (filters.IssueFilters, "number=78", "number=99"),
        (filters.ArticleFilters, "section=Secret", "section=Public"),
        (filters.ArticleFilters, "source=hidden", "source=missing"),
        (filters.SourceFilters, "country=ZZ", "country=YY"),
    ],
)
def test_a_value_that_names_nothing_public_is_refused_alike(hidden, filterset, hidden_query, missing_query):
    messages = []
    for query in (hidden_query, missing_query):
        with pytest.raises(ParametersRefused) as refusal:
            ids(query, filterset, AnonymousUser())
        (error,) = refusal.value.errors
        messages.append((error.parameter, error.message.replace(query.partition("=")[2], "…")))

    assert messages[0] == messages[1]


def test_ids_that_name_nothing_public_are_refused_alike(hidden):
    for name in ("article", "target_article"):
        assert refused(f"{name}={hidden.pk}", filters.CrossReferenceFilters) == [name]
        assert refused(f"{name}={hidden.pk + 1000}", filters.CrossReferenceFilters) == [name]


def test_somebody_with_the_right_may_name_what_is_hidden(hidden):
    user = make.make_user("annotator")

    assert ids("publication=hidden", filters.IssueFilters, user) == [hidden.issue.pk]
    assert ids("source=hidden", filters.ArticleFilters, user) == [hidden.pk]


def test_repeating_means_any_of():
    issues = [make.make_article(published=True, issue=make.make_issue(number=n)).issue for n in (901, 902, 903)]

    assert ids("number=901&number=903", filters.IssueFilters) == [issues[0].pk, issues[2].pk]
    assert ids("number=901&number=901", filters.IssueFilters) == [issues[0].pk]


DATES = ["1999-05-28", "1999-05", "1999-05-20/1999-06-10", "[..1999-05-28]", "1999-05-28/..", "1999", ""]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "after=1999-05-28",
            ["1999-05-28", "1999-05", "1999-05-20/1999-06-10", "[..1999-05-28]", "1999-05-28/..", "1999"],
        ),
        ("after=1999-05-28&match=certain", ["1999-05-28", "1999-05-28/.."]),
        (
            "before=1999-05-28",
            ["1999-05-28", "1999-05", "1999-05-20/1999-06-10", "[..1999-05-28]", "1999-05-28/..", "1999"],
        ),
        ("before=1999-05-28&match=certain", ["1999-05-28", "[..1999-05-28]"]),
        (
            "after=1999-05&before=1999-05",
            ["1999-05-28", "1999-05", "1999-05-20/1999-06-10", "[..1999-05-28]", "1999-05-28/..", "1999"],
        ),
        ("after=1999-05&before=1999-05&match=certain", ["1999-05-28", "1999-05"]),
        (
            "after=1999-05&before=1999-05&match=possible",
            ["1999-05-28", "1999-05", "1999-05-20/1999-06-10", "[..1999-05-28]", "1999-05-28/..", "1999"],
        ),
        ("after=1999-06-01", ["1999-05-20/1999-06-10", "1999-05-28/..", "1999"]),
        ("before=1999-05-27", ["1999-05", "1999-05-20/1999-06-10", "[..1999-05-28]", "1999"]),
        ("after=1999-05-29&before=1999-05-31&match=certain", []),
        ("after=2000", ["1999-05-28/.."]),
        ("before=1998", ["[..1999-05-28]"]),
        ("match=certain", DATES),
    ],
)
def test_dates_are_met_possibly_or_certainly(query, expected):
    publication = make.make_publication()
    articles = {
        text: make.make_article(published=True, issue=make.make_issue(publication=publication, date=text))
        for text in DATES
    }

    found = ids(query, filters.ArticleFilters)

    assert found == [articles[text].pk for text in expected]


def test_a_date_range_that_ends_before_it_begins_is_refused():
    assert refused("after=2000&before=1999", filters.IssueFilters) == ["before"]


def test_an_open_bound_is_refused_where_it_would_count():
    assert refused("after=[..1999]", filters.IssueFilters) == ["after"]
    assert refused("before=1999/..", filters.IssueFilters) == ["before"]
    assert ids("before=[..1999]&after=1999/..", filters.IssueFilters) == []


CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


def test_articles_by_publication_section_and_source():
    source, other = make.make_source(slug="kyodo"), make.make_source()
    first = make.make_article(
        published=True, section="Politics", issue=make.make_issue(publication=make.make_publication(slug="one"))
    )
    second = make.make_article(published=True, section="Economy")
    make.make_citation(first, CITES, (source, ""))
    make.make_citation(second, CITES, (other, ""))

    assert ids("publication=one", filters.ArticleFilters) == [first.pk]
    assert ids("section=Politics", filters.ArticleFilters) == [first.pk]
    assert ids("source=kyodo", filters.ArticleFilters) == [first.pk]
    assert ids(f"source=kyodo&source={other.slug}", filters.ArticleFilters) == [first.pk, second.pk]
    assert ids("source=kyodo&section=Economy", filters.ArticleFilters) == []


def test_a_merged_source_means_the_one_that_was_kept():
    kept = make.make_source(slug="itar-tass")
    merged = make.make_source(slug="tass", merged_into=kept)
    article = make.make_article(published=True)
    other = make.make_article(published=True)
    make.make_citation(article, CITES, (merged, ""))
    make.make_citation(other, CITES, (kept, ""))

    assert ids("source=tass", filters.ArticleFilters) == [article.pk, other.pk]
    assert ids("source=itar-tass", filters.ArticleFilters) == [article.pk, other.pk]


def test_source_and_date_of_a_citation_hold_in_one_cited_report():
    kyodo, ap = make.make_source(slug="kyodo"), make.make_source(slug="ap")
    article = make.make_article(published=True)
    citation = make.make_citation(article, CITES, (kyodo, "1999-05-28/1999-05-29"), (ap, "1999-06-02"))

    assert ids("source=kyodo&before=1999-05-31", filters.CitationFilters) == [citation.pk]
    assert ids("source=ap&before=1999-05-31", filters.CitationFilters) == []
    assert ids(f"article={article.pk}", filters.CitationFilters) == [citation.pk]


def test_cross_references_by_target():
    target = make.make_article(published=True)
    article = make.make_article(published=True)
    reference = CrossReference(article=article, target_article=target)
    reference.place_on(article.text, 0, 6, version=1)
    reference.save()

    assert ids(f"target_article={target.pk}", filters.CrossReferenceFilters) == [reference.pk]
    assert ids(f"target_issue={target.issue.pk}", filters.CrossReferenceFilters) == []


def test_parameters_that_others_read_are_left_to_them():
    rows = filtered(QueryDict("cursor=x"), Issue.objects.all(), filters.IssueFilters, also=["cursor"])

    assert list(rows) == []


def test_django_filter_reads_the_same_language():
    article = make.make_article(published=True, issue=make.make_issue(number=905))

    assert list(filters.IssueFilters(QueryDict("number=905"), Issue.objects.public()).qs) == [article.issue]
    with pytest.raises(ParametersRefused):
        _ = filters.IssueFilters(QueryDict("colour=red"), Issue.objects.public()).qs
