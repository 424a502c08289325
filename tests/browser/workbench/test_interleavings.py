"""Two browsers on one report, in random order: what either of them typed is saved, or somebody was asked."""

import json
import random
from typing import Any

import pytest
from django.db import transaction
from playwright.sync_api import Page

from events.models import Report
from tests.make import make_event, make_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROUNDS = [pytest.param(10, id="few"), pytest.param(200, id="full", marks=pytest.mark.drill)]
VALUES: dict[str, list[Any]] = {
    "status": ["occurred", "planned", "alleged", "denied"],
    "hedged": [True, False],
    "background": [True, False],
    "note": ["a bridge", "a toll", "no bridge"],
    "event/mode": ["", "visit", "third-party"],
}
# The page's own modules with the real server, without the page: what keeps, sends, merges and asks.
BEGIN = """async ({ number, root }) => {
  const load = (name) => import(`/static/events/workbench/${name}.js`);
  const [{ Work }, { Outbox, settle }, { settled }, { Server }] = await Promise.all(["work", "outbox", "merge", "server"].map(load));
  const server = new Server(root, () => document.querySelector("[name=csrfmiddlewaretoken]").value);
  const { body } = await server.send({ path: `reports/${number}/` });
  const work = new Work({ read: () => null, write: () => true });
  work.open([body], []);
  const [entry] = work.entries;
  window.typist = { work, entry, settle, settled, outbox: new Outbox(work, server, { pauses: [50] }) };
}"""  # noqa: E501
TYPE = """({ path, value }) => {
  const { work, entry } = window.typist;
  const stored = entry.stored[path];
  work.change(entry, { ...entry.now, [path]: value }, path, null);
  return stored;
}"""
SEND = """async () => { await window.typist.outbox.now(); }"""
# Sends until all is saved; where she is asked she takes the side that `mine` says; what she was asked is told.
FINISH = """async ({ mine }) => {
  const { work, entry, outbox, settle, settled } = window.typist;
  const asked = [];
  for (let turn = 0; turn < 20 && work.unsaved.length > 0; turn += 1) {
    await outbox.now();
    if (!entry.conflict) continue;
    const { both, theirs } = entry.conflict;
    for (const path of both) asked.push([path, entry.now[path] ?? null, theirs[path] ?? null]);
    const sides = Object.fromEntries(both.map((path) => [path, mine ? "mine" : "theirs"]));
    settle(entry, settled({ ...entry.conflict, mine: entry.now, sides }));
  }
  return { asked, left: work.unsaved.length, trouble: entry.trouble };
}"""


def typed(page: Page, dice: random.Random) -> tuple[str, Any, Any]:
    path = dice.choice(list(VALUES))
    value = dice.choice(VALUES[path])
    return path, value, page.evaluate(TYPE, {"path": path, "value": value})


def stored(report: Report) -> dict[str, Any]:
    report = Report.objects.select_related("event__mode").get(pk=report.pk)
    plain = {name: getattr(report, name) for name in ("status", "hedged", "background", "note")}
    return {**plain, "event/mode": report.event.mode.code if report.event.mode else ""}


def lost(report: Report, acts: list[list[tuple[str, Any, Any]]], asked: list[Any]) -> list[Any]:
    """What somebody typed last, is not stored, nobody was asked about, and the other did not change knowing it."""
    now, silent = stored(report), []
    for who, mine in enumerate(acts):
        for path, value in {path: value for path, value, _ in mine}.items():
            knowing = any(other == path and seen == value for other, _, seen in acts[1 - who])
            was_asked = any(path == other and value in (one, two) for other, one, two in asked)
            if now[path] != value and not knowing and not was_asked:
                silent.append((path, value, now[path]))
    return silent


@pytest.mark.parametrize("rounds", ROUNDS)
def test_two_browsers_lose_nothing_silently(article, bench, rounds):
    dice = random.Random(8)
    pages = [bench(user="ada", role="reviewer"), bench(user="bo", role="reviewer")]

    for _ in range(rounds):
        with transaction.atomic():
            report = make_report(article=article, event=make_event(), words="Tamm promised Lind")
        root = f"/admin/events/articletoannotate/{article.pk}/work/"
        for page in pages:
            page.evaluate(BEGIN, {"number": report.pk, "root": root})
        acts: list[list[Any]] = [[], []]
        for _ in range(dice.randint(3, 8)):
            who = dice.randrange(2)
            if dice.random() < 0.3:
                pages[who].evaluate(SEND)
            else:
                acts[who].append(typed(pages[who], dice))
        order = dice.sample(pages, 2)
        ends = [page.evaluate(FINISH, {"mine": dice.random() < 0.5}) for page in order]

        assert [(end["left"], end["trouble"]) for end in ends] == [(0, ""), (0, "")], json.dumps(ends)
        assert lost(report, acts, [one for end in ends for one in end["asked"]]) == []
