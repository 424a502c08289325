import pytest
from django.http import QueryDict

from articles.api import shape
from articles.parameters import ParametersRefused

FIELDS = ("id", "title", "text", "events")


def asked(query):
    return shape.shape_of(QueryDict(query), FIELDS, ["events"])


def refused(query):
    with pytest.raises(ParametersRefused) as refusal:
        asked(query)
    return [error.parameter for error in refusal.value.errors]


@pytest.mark.parametrize(
    ("query", "fields", "expanded"),
    [
        ("", FIELDS, ()),
        ("fields=text&fields=id", ("id", "text"), ()),
        ("fields=text,id", ("id", "text"), ()),
        ("omit=text", ("id", "title", "events"), ()),
        ("fields=id,text&omit=text", ("id",), ()),
        ("expand=events", FIELDS, ("events",)),
        ("expand=events&expand=events", FIELDS, ("events",)),
        ("fields=events&expand=events", ("events",), ("events",)),
    ],
)
def test_fields_are_chosen_in_their_own_order(query, fields, expanded):
    assert asked(query) == shape.Shape(fields, expanded)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("fields=colour", ["fields"]),
        ("fields=id,", ["fields"]),
        ("fields=Id", ["fields"]),
        ("fields=_policy", ["fields"]),
        ("omit=colour", ["omit"]),
        ("omit=id,title,text,events", ["omit"]),
        ("fields=id&omit=id", ["omit"]),
        ("expand=title", ["expand"]),
        ("expand=events.reports", ["expand"]),
        ("omit=events&expand=events", ["expand"]),
        ("fields=x&omit=y&expand=z", ["fields", "omit", "expand"]),
    ],
)
def test_what_is_no_field_is_refused_by_name(query, names):
    assert refused(query) == names


def test_keys_become_objects_wherever_they_stand():
    objects = {"a": {"slug": "a", "name": "A"}}
    row = {"one": "a", "several": ["a", "hidden"], "nested": {"slug": "a"}, "none": None}

    for field in row:
        row = shape.with_objects(row, field, "slug", objects)

    assert row == {
        "one": objects["a"],
        "several": [objects["a"], {"slug": "hidden"}],
        "nested": objects["a"],
        "none": None,
    }


def test_the_number_of_objects_is_capped():
    rows = [{"reports": list(range(shape.MOST_OBJECTS + 1))}]

    with pytest.raises(ParametersRefused) as refusal:
        shape.keys_in(rows, "reports", "id")

    assert [error.parameter for error in refusal.value.errors] == ["expand"]
