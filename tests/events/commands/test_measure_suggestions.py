import io
import json

import pytest
from django.core.management import CommandError, call_command

from tests.gold.gold_set import FOLDER, NAMES, read


def measured(folder, **options):
    out = io.StringIO()
    call_command("measure_suggestions", folder, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def few(tmp_path):
    for name in [name for name in NAMES if not name.endswith("_u")][:3]:
        for suffix in ("txt", "json"):
            (tmp_path / f"{name}.{suffix}").write_bytes((FOLDER / f"{name}.{suffix}").read_bytes())
    return tmp_path


def test_the_table_has_a_line_a_recogniser(few):
    table = measured(few)

    assert table.startswith("articles: 3\n")
    assert all(f"\n{name} " in table for name in ("citations", "times", "events", "person mentions"))


def test_json_holds_the_same_figures(few):
    data = json.loads(measured(few, json=True, half="seen"))

    assert data["articles"] == 3
    assert data["recognisers"]["sentences"]["missed"] == 0
    assert data["recognisers"]["sentences"]["right"] == sum(
        len(read(path.stem)[1]["sentences"]) for path in few.glob("*.json")
    )


def test_a_half_that_is_empty_has_no_articles(few):
    assert json.loads(measured(few, json=True, half="unseen"))["articles"] == 0


def test_a_folder_without_a_gold_set_is_refused(tmp_path):
    with pytest.raises(CommandError, match="holds no"):
        measured(tmp_path)
