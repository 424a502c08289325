"""Old addresses lead to the present one in one step, whatever was renamed in whatever order."""

import pytest

from articles.models import OldAddress
from articles.verbs import Refused
from tests.races import together


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ([("/a/", "/b/")], {"/a/": "/b/"}),
        ([("/a/", "/b/"), ("/b/", "/c/")], {"/a/": "/c/", "/b/": "/c/"}),
        ([("/a/", "/c/"), ("/b/", "/c/"), ("/c/", "/d/")], {"/a/": "/d/", "/b/": "/d/", "/c/": "/d/"}),
        ([("/b/", "/c/"), ("/a/", "/b/")], {"/a/": "/c/", "/b/": "/c/"}),
        ([("/a/", "/b/"), ("/a/", "/c/")], {"/a/": "/c/"}),
        ([("/a/", "/b/"), ("/b/", "/a/")], {"/b/": "/a/"}),
        ([("/a/", "/b/"), ("/b/", "/c/"), ("/c/", "/a/")], {"/b/": "/a/", "/c/": "/a/"}),
        ([("/a/", "/b/"), ("/b/", "/c/"), ("/c/", "/b/")], {"/a/": "/b/", "/c/": "/b/"}),
        ([("/a/", "/b/"), ("/b/", "/a/"), ("/a/", "/b/")], {"/a/": "/b/"}),
    ],
)
def test_address_leads_to_the_present_one_in_one_step(left, expected):
    for path, target in left:
        OldAddress.objects.leave(path, target)

    assert dict(OldAddress.objects.values_list("path", "target")) == expected


@pytest.mark.django_db
def test_address_that_leads_to_itself_is_refused():
    with pytest.raises(Refused) as refusal:
        OldAddress.objects.leave("/a/", "/a/")

    assert refusal.value.rule == "old_address_leads_elsewhere"


@pytest.mark.django_db
def test_history_tells_where_an_address_led():
    OldAddress.objects.leave("/a/", "/b/")
    OldAddress.objects.leave("/b/", "/c/")

    row = OldAddress.objects.get(path="/a/")

    assert list(row.history.order_by("pgh_id").values_list("target", flat=True)) == ["/b/", "/c/"]
    assert OldAddress.objects.public().filter(pk=row.pk).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", [8, pytest.param(200, marks=pytest.mark.drill)])
def test_two_moves_at_once_make_no_chain(rounds):
    for n in range(rounds):
        a, b, c = (f"/{letter}{n}/" for letter in "abc")

        together(lambda a=a, b=b: OldAddress.objects.leave(a, b), lambda b=b, c=c: OldAddress.objects.leave(b, c))

        assert dict(OldAddress.objects.filter(path__in=[a, b]).values_list("path", "target")) == {a: c, b: c}
