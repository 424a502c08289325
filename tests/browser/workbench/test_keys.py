"""The key map says one thing a press, and its letters are those of the codebook."""

import pytest

from events.models import EventType

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_type_has_one_key_and_no_press_means_two_things(bench):
    page = bench()

    maps, clash = page.evaluate(
        """async () => {
          const { MAPS, joined } = await import("/static/events/workbench/keys.js");
          let clash = "";
          try { joined({ a: ["one"] }, { a: ["two"] }); } catch (error) { clash = error.message; }
          return [Object.fromEntries(Object.entries(MAPS).map(([name, map]) => [name, [...map]])), clash];
        }"""
    )

    opened = [code for name in ("sentence", "own") for _, (command, code, _) in maps[name] if command == "open"]
    assert sorted(opened) == sorted(EventType.objects.values_list("code", flat=True))
    assert "would mean one and two" in clash
