from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from articles.filters import ArticleFilters, IssueFilters
from articles.models import Issue
from articles.paging import PARAMETERS, page_of
from articles.paging.cursor import MAX_INTEGER, Cursor, CursorRefused, binding, decode, encode
from articles.parameters import ParametersRefused
from tests import make

KINDS = {
    int: st.integers(0, MAX_INTEGER),
    date: st.dates(),
    str: st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
}
BOUND = binding("issues", "date", {})


@given(st.data(), st.lists(st.sampled_from(list(KINDS)), min_size=1, max_size=4), st.booleans())
def test_a_cursor_reads_back_what_was_written(data, kinds, backwards):
    cursor = Cursor(tuple(data.draw(KINDS[kind]) for kind in kinds), backwards)

    assert decode(encode(cursor, BOUND), BOUND, kinds) == cursor


@given(st.text())
def test_what_no_list_gave_out_is_refused(text):
    with pytest.raises(CursorRefused):
        decode(text, BOUND, [date, int])


@pytest.mark.parametrize(
    "other",
    [
        binding("articles", "date", {}),
        binding("issues", "-date", {}),
        binding("issues", "date", {"volume": ["5"]}),
    ],
)
def test_a_cursor_of_another_list_is_refused(other):
    word = encode(Cursor((date(1999, 5, 28), 7)), BOUND)

    with pytest.raises(CursorRefused):
        decode(word, other, [date, int])


@pytest.mark.parametrize("kinds", [[date], [int, int], [date, str], [date, int, int]])
def test_a_cursor_of_another_shape_is_refused(kinds):
    word = encode(Cursor((date(1999, 5, 28), 7)), BOUND)

    with pytest.raises(CursorRefused):
        decode(word, BOUND, kinds)


def test_a_changed_cursor_is_refused():
    word = encode(Cursor((date(1999, 5, 28), 7)), BOUND)

    for place in range(len(word)):
        changed = word[:place] + ("A" if word[place] != "A" else "B") + word[place + 1 :]
        with pytest.raises(CursorRefused):
            decode(changed, BOUND, [date, int])


def test_the_order_of_filters_and_values_does_not_matter():
    assert binding("issues", "date", {"a": ["1", "2"], "b": ["3"]}) == binding(
        "issues", "date", {"b": ["3"], "a": ["2", "1", "1"]}
    )


def walk(query, way="next", filterset=IssueFilters, size=2):
    """The ids of all pages in this direction, each page a list, from where `query` stands."""
    pages, cursor, asked = [], "start", QueryDict(query, mutable=True)
    asked["page_size"] = str(size)
    while cursor:
        page = page_of(Issue.objects.all(), asked, filterset)
        pages.append([row.pk for row in page.rows])
        cursor = getattr(page, way)
        asked["cursor"] = cursor
        last = page
    return pages, last


@pytest.fixture
def issues(db):
    """Dated, open at either end, undated, and several of one day."""
    publication = make.make_publication()
    dates = ["1999-06-03", "1999-06-03", "", "1998", "1999-06-03", "1999-07/..", "[..1997]", "", "1999-06"]
    return [make.make_issue(publication=publication, date=text) for text in dates]


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ("-date", [5, 8, 4, 1, 0, 3, 6, 7, 2]),
        ("date", [6, 3, 8, 0, 1, 4, 5, 2, 7]),
        ("number", [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("id", [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        ("-id", [8, 7, 6, 5, 4, 3, 2, 1, 0]),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 9, 10])
def test_pages_show_every_row_once_in_order_undated_ones_last(issues, ordering, expected, size):
    pages, _last = walk(f"ordering={ordering}", size=size)

    assert [pk for page in pages for pk in page] == [issues[place].pk for place in expected]


@pytest.mark.parametrize("ordering", [ordering.name for ordering in IssueFilters.orderings])
def test_the_way_back_shows_the_same_rows(issues, ordering):
    pages, last = walk(f"ordering={ordering}")

    back, first = walk(f"ordering={ordering}&cursor={last.previous}", "previous")

    assert [pk for page in reversed(back) for pk in page] == [pk for page in pages[:-1] for pk in page]
    assert first.previous == ""
    assert first.next


def test_rows_that_come_between_do_not_shift_a_page(issues):
    first = page_of(Issue.objects.all(), QueryDict("ordering=id&page_size=2"), IssueFilters)
    Issue.objects.filter(pk=first.rows[0].pk).delete()

    second = page_of(Issue.objects.all(), QueryDict(f"ordering=id&page_size=2&cursor={first.next}"), IssueFilters)

    assert [row.pk for row in second.rows] == [issues[2].pk, issues[3].pk]


def test_total_counts_all_rows_only_where_asked_for(issues):
    assert page_of(Issue.objects.all(), QueryDict("page_size=2&total=1"), IssueFilters).total == 9
    assert page_of(Issue.objects.all(), QueryDict("page_size=2"), IssueFilters).total is None


def test_an_empty_list_is_one_empty_page(db):
    page = page_of(Issue.objects.none(), QueryDict("total=1"), IssueFilters)

    assert (page.rows, page.next, page.previous, page.total) == ([], "", "", 0)


def test_a_page_has_fifty_rows_unless_told(db):
    publication = make.make_publication()
    Issue.objects.bulk_create(Issue(publication=publication, volume=1, number=n) for n in range(1, 53))

    assert len(page_of(Issue.objects.all(), QueryDict(), IssueFilters).rows) == 50


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("ordering=title", "ordering"),
        ("ordering=id&ordering=date", "ordering"),
        ("page_size=0", "page_size"),
        ("page_size=1001", "page_size"),
        ("page_size=ten", "page_size"),
        ("page_size=-1", "page_size"),
        ("page_size=٣", "page_size"),
        ("total=perhaps", "total"),
        ("cursor=abc", "cursor"),
        ("cursor=%F0%9F%98%80", "cursor"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(db, query, parameter):
    with pytest.raises(ParametersRefused) as refused:
        page_of(Issue.objects.all(), QueryDict(query), IssueFilters)

    assert [error.parameter for error in refused.value.errors] == [parameter]


def test_a_cursor_is_bound_to_its_filters_and_ordering(issues):
    cursor = page_of(Issue.objects.all(), QueryDict("page_size=2"), IssueFilters).next

    for query, filterset in [("volume=5", IssueFilters), ("ordering=date", IssueFilters), ("", ArticleFilters)]:
        with pytest.raises(ParametersRefused) as refused:
            page_of(Issue.objects.all(), QueryDict(f"{query}&cursor={cursor}"), filterset)
        assert [error.parameter for error in refused.value.errors] == ["cursor"]


def test_a_cursor_goes_on_with_another_page_size(issues):
    cursor = page_of(Issue.objects.all(), QueryDict("ordering=id&page_size=2"), IssueFilters).next

    page = page_of(Issue.objects.all(), QueryDict(f"ordering=id&page_size=3&cursor={cursor}"), IssueFilters)

    assert [row.pk for row in page.rows] == [issue.pk for issue in issues[2:5]]


def test_paging_names_its_parameters():
    assert PARAMETERS == ("cursor", "ordering", "page_size", "total")
