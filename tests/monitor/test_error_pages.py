"""Error pages say what happened and what to do next, also when nothing but the template works."""

import pytest
from django.template.loader import render_to_string

PAGES = ["400", "403", "404", "405", "410", "411", "412", "413", "429", "500", "503"]


@pytest.mark.parametrize("code", PAGES)
def test_an_error_page_needs_nothing_but_itself(code):
    html = render_to_string(f"{code}.html")

    assert f">{code}</span>" in html
    assert "What to do next" in html
    assert html.count("<li>") >= 2


@pytest.mark.parametrize("code", PAGES)
def test_an_error_page_is_in_no_index_and_echoes_nothing(code):
    html = render_to_string(f"{code}.html", {"exception": "SECRET", "request_path": "/SECRET/"})

    assert '<meta name="robots" content="noindex">' in html
    assert "SECRET" not in html


def test_a_refused_parameter_is_named():
    html = render_to_string("400.html", {"errors": [{"parameter": "<b>", "message": "It is unknown."}]})

    assert "<dt>&lt;b&gt;</dt><dd><p>It is unknown.</p></dd>" in html


def test_who_asks_too_often_is_led_to_everything_at_once():
    assert '<a href="/data/">Data</a>' in render_to_string("429.html")
