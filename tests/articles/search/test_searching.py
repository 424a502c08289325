import pytest
from django.http import QueryDict

from articles.filters import ParametersRefused, filtered
from articles.models import Article, Facet
from articles.search import hits, searching
from articles.search.searching import search
from events.filters import ArticleEventFilters, EventFilters
from events.models import Event
from tests import make
from tests.articles.search.found import counts, finds, found, titles

pytestmark = pytest.mark.django_db
CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


def make_run(number, **over):
    """That many published articles, one a year from 1991 on."""
    publication = make.make_publication()
    return [
        make.make_article(
            published=True,
            title=f"Item {n}",
            issue=make.make_issue(publication=publication, date=str(1991 + n)),
            **over,
        )
        for n in range(number)
    ]


def all_pages(text, **parameters):
    """The titles of every page, read one after the other."""
    pages = [found(text, page_size="2", **parameters)]
    while pages[-1].next:
        pages.append(found(text, page_size="2", cursor=pages[-1].next, **parameters))
    assert all(len(page.hits) == 2 for page in pages[:-1])
    return [hit.article.title for page in pages for hit in page.hits]


def refused(query, filterset=ArticleEventFilters):
    with pytest.raises(ParametersRefused) as refusal:
        search(QueryDict(query), filterset)
    return {error.parameter: error.message for error in refusal.value.errors}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bridge", ["U.S. envoy", "Bridge reopened"]),
        ("bridges reopening", ["U.S. envoy", "Bridge reopened"]),
        ("US envoy", ["U.S. envoy"]),
        ("u.s. bridge", ["U.S. envoy"]),
        ('"reopen the bridge"', ["U.S. envoy", "Bridge reopened"]),
        ('"the reopen bridge"', []),
        ("ferry OR envoy", ["U.S. envoy", "Ferry sold"]),
        ("bridge -envoy", ["Bridge reopened"]),
        ("bridge after:2000", ["U.S. envoy"]),
        ("bridge before:1999", ["Bridge reopened"]),
        ("Cafe", ["Ferry sold"]),
        ("nothing", []),
    ],
)
def test_what_is_found_newest_first(text, expected):
    older, newer = make.make_issue(date="1999-06-03"), make.make_issue(date="2001-01-01")
    plain = "They agreed to reopen the bridge."
    make.make_article(published=True, issue=older, title="Bridge reopened", text=plain)
    make.make_article(published=True, issue=older, title="Ferry sold", text="A café on the ferry was sold.")
    make.make_article(published=True, issue=newer, title="U.S. envoy", text=f"Talks. {plain}")
    make.make_article(title="Draft", text=plain)

    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("bridge", {}),
        ("bridge after:1992", {}),
        ("bridge", {"section": "Economy"}),
        ("bridge OR ferry", {"after": "1992", "before": "1998", "match": "certain"}),
    ],
)
def test_the_list_finds_the_same_articles_as_the_page(text, filters):
    make_run(3)
    make.make_article(published=True, title="Bridge", section="Economy", issue=make.make_issue(date="1999"))
    query = QueryDict(mutable=True)
    query.update({"q": text, **filters})

    page = {hit.article.pk for hit in found(text, **filters).hits}

    listed = filtered(query, Article.objects.public(), ArticleEventFilters)
    assert page == set(listed.values_list("pk", flat=True)) != set()


@pytest.mark.parametrize("ordering", ["-date", "relevance"])
def test_pages_hold_every_hit_once(ordering):
    make_run(7)

    read = all_pages("bridge", ordering=ordering)

    assert sorted(read) == [f"Item {n}" for n in range(7)]


@pytest.mark.parametrize("ordering", ["-date", "relevance"])
@pytest.mark.parametrize("window", [1, 3, 100])
def test_pages_of_a_common_word_hold_every_hit_once(monkeypatch, ordering, window):
    monkeypatch.setattr(hits, "RANKED", 3)
    monkeypatch.setattr(searching, "RANKED", 3)
    monkeypatch.setattr(hits, "_RECENT", hits._RECENT.replace("LIMIT 2000", f"LIMIT {window}"))
    monkeypatch.setattr(hits, "_heads", limited(hits._heads, 3))
    make_run(5, text="x. " * 200 + "The bridge.")
    make_run(6, text="The bridge is old. " + "x. " * 200)

    read = all_pages("bridge", ordering=ordering)

    assert len(read) == 11
    if ordering == "relevance":
        assert found("bridge", ordering=ordering).tiered
        assert set(read[:3]) == {"Item 5", "Item 4", "Item 3"}  # the newest of those with the word in the lead
    else:
        assert read == sorted(read, key=lambda title: -int(title[5:]))


def limited(heads, most):
    return lambda matches: heads(matches).replace("LIMIT 1000", f"LIMIT {most}")


def test_the_best_come_first_by_relevance():
    for number, (title, text) in enumerate(
        [("Talks", "A bridge, once."), ("Bridge", "The bridge."), ("Talks", "Bridge after bridge, a bridge.")]
    ):
        make.make_article(
            published=True, title=f"{title} {number}", text=text, issue=make.make_issue(date=str(1991 + number))
        )

    assert titles("bridge") == ["Talks 2", "Bridge 1", "Talks 0"]
    assert titles("bridge", ordering="relevance") == ["Bridge 1", "Talks 2", "Talks 0"]


def test_counts_of_every_facet_and_the_exact_total():
    publication = make.make_publication(slug="digest", title="The Digest")
    kyodo = make.make_source(slug="kyodo", name="Kyodo")
    actor = make.make_actor(slug="ana", name="Ana Bel")
    for number in range(3):
        issue = make.make_issue(publication=publication, date="1999" if number else "")
        article = make.make_article(published=True, issue=issue, section="Politics" if number == 2 else "")
        make.make_citation(article, CITES, (kyodo, ""))
    make.make_report(event=make.make_event(participants=[(actor, "actor")]), article=article, confirmed=True)

    page = found("bridge")

    assert page.total == 3
    assert {facet.name: [(c.value, c.label, c.hits) for c in rows] for facet, rows in page.facets.items()} == {
        "YEAR": [("1999", "1999", 2)],
        "PUBLICATION": [("digest", "The Digest", 3)],
        "SECTION": [("Politics", "Politics", 1)],
        "SOURCE": [("kyodo", "Kyodo", 3)],
        "EVENT_TYPE": [("CONSULT", "Consult", 1)],
        "ACTOR": [("ana", "Ana Bel", 1)],
    }


def test_a_facet_is_counted_without_its_own_filter():
    for number, section in enumerate(["Politics", "Politics", "Economy"]):
        make.make_article(
            published=True, section=section, issue=make.make_issue(date=str(1999 + number % 2), number=number + 1)
        )

    page = found("bridge", section="Politics")

    assert page.total == 2
    assert counts(page, Facet.SECTION) == {"Politics": 2, "Economy": 1}
    assert counts(page, Facet.YEAR) == {"1999": 1, "2000": 1}


def test_each_count_is_what_its_filter_gives():
    kyodo, tass = make.make_source(slug="kyodo"), make.make_source(slug="tass")
    for number in range(4):
        article = make.make_article(published=True, section=["", "Politics"][number % 2])
        make.make_citation(article, CITES, (kyodo, ""), *([(tass, "")] if number else []))
        make.make_report(
            article=article, confirmed=True, event=make.make_event(type_id=["AGREE", "CONSULT"][number % 2])
        )

    page = found("bridge")

    tried = 0
    for facet, name in ((2, "publication"), (3, "section"), (4, "source"), (5, "event_type")):
        for value, number in counts(page, facet).items():
            assert found("bridge", **{name: value}).total == number
            tried += 1
    assert tried == 9


def test_filters_hold_together_as_in_a_list():
    ana, ben = make.make_actor(slug="ana"), make.make_actor(slug="ben")
    article = make.make_article(published=True)
    for actor, kind in ((ana, "CONSULT"), (ben, "AGREE")):
        make.make_report(
            event=make.make_event(type_id=kind, participants=[(actor, "actor")]), article=article, confirmed=True
        )

    assert found("bridge", actor="ana", event_type="CONSULT").total == 1
    assert found("bridge", actor="ana", event_type="AGREE").total == 0


@pytest.mark.parametrize(("policy", "words"), [("full", True), ("sentence", True), ("none", False)])
def test_snippets_follow_the_quote_policy(policy, words):
    issue = make.make_issue(publication=make.make_publication(quote_policy=policy))
    make.make_article(published=True, issue=issue, title="The <bridge>")

    hit = found("bridge").hits[0]

    assert hit.title.__html__() == "The &lt;<mark>bridge</mark>&gt;"
    assert (hit.words is not None) is words
    if policy == "sentence":
        assert str(hit.words) == "They agreed to reopen the bridge."


def test_what_cannot_be_searched_for_is_refused_by_name():
    assert set(refused("section=x")) == {"q"}
    assert set(refused("q=")) == {"q"}
    assert "nearly everything" in refused("q=-bridge")["q"]
    assert "every text" in refused("q=the")["q"]
    assert set(refused("q=bridge&ordering=best&page_size=1000&cursor=x")) == {"ordering", "page_size", "cursor"}
    assert set(refused("q=bridge&colour=red")) == {"colour"}
    assert set(refused("q=bridge&section=Nowhere")) == {"section"}
    assert set(refused("q=a%00b")) == {"q"}
    assert set(refused(f"q={'x' * 300}")) == {"q"}
    assert set(refused("q=bridge+after:never")) == {"q"}


def test_a_cursor_belongs_to_its_query():
    make_run(3)
    cursor = found("bridge", page_size="1").next

    assert set(refused(f"q=talks&cursor={cursor}")) == {"cursor"}
    assert found("bridge", page_size="1", cursor=cursor).hits[0].article.title == "Item 1"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("brigde", "bridge"),
        ("Envois talks", "envoys talks"),
        ("bridge", ""),
        ("qqqqqq", ""),
        ("brigde qqqqqq", ""),
        ("sekretword", ""),
    ],
)
def test_unknown_words_are_put_right_where_that_finds_something(text, suggestion):
    make.make_article(published=True)
    make.make_article(text="A secretword of a draft.")

    assert found(text).suggestion == suggestion


def test_a_word_that_is_public_no_longer_is_not_suggested():
    article = make.make_article(published=True, text="The plenipotentiary arrived.")
    before = found("plenipotentary").suggestion

    Article.objects.filter(pk=article.pk).update(status="withdrawn")

    assert (before, found("plenipotentary").suggestion) == ("plenipotentiary", "")


def test_a_hidden_form_of_a_public_word_is_not_suggested():
    make.make_article(published=True, text="They negotiate.")
    make.make_article(published=True, text="The negotiations.")
    Article.objects.filter(text="The negotiations.").update(status="draft")

    assert found("negotiatons").suggestion == "negotiate"


def test_events_are_found_by_the_words_of_an_article_that_tells_of_them():
    event = make.make_event()
    make.make_report(event=event, confirmed=True, article=make.make_article(published=True, text="A ferry sank."))
    hidden = make.make_event()
    make.make_report(event=hidden, article=make.make_article(published=True, text="A ferry sank."))
    assert finds(hidden.reports.get().article, "ferry")

    def events(query):
        return list(filtered(QueryDict(query), Event.objects.public(), EventFilters))

    assert events("q=ferry") == [event]
    assert events("q=ferry+after:2000") == []
    assert events("q=bridge") == []
