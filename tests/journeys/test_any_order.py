"""Any order of steps keeps the promises: random verbs by random people, the database re-checked after each."""

import os
from collections import Counter
from itertools import count

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Count
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from articles.models import Article, Issue, StaleRevision
from events import editing
from events.editing import events, marks, names, reports
from events.editing.events import Part
from events.editing.marks import Words
from events.editing.splitting import move_report, split
from events.merging import merge, undo
from events.models import Actor, Event, EventType, MergeRecord, Place, Report, ReviewState
from monitor.verifying.all_checks import all_checks
from tests.make import make_article, make_issue, make_user

STEPS = 30
RUNS = [pytest.param(15, id="few"), pytest.param(500, id="full", marks=pytest.mark.drill)]
# After every step; the whole of `verify` follows at the end of each run.
AT_EVERY_STEP = {
    "confirmed_reports_have_a_sentence",
    "evidence_stands_on_its_words",
    "mention_stands_on_its_words",
    "evidence_fits_its_report",
    "event_merges_are_final",
    "event_shows_what_its_reports_say",
}
SENTENCES = (
    "Envoys of the two states met in Varda on May 28.",
    "They agreed to reopen the bridge before winter.",
    "Varda has proposed a second round of talks.",
    "The ministers of both sides denied any quarrel.",
    "A convoy of forty lorries crossed the river in June.",
    "Nobody expects the court to rule this year.",
)
VERBS = {
    "add_article",
    "report_new_event",
    "report_known_event",
    "change_report",
    "take_report_back",
    "confirm",
    "refuse",
    "ask_back",
    "propose_again",
    "change_event",
    "publish",
    "withdraw",
    "correct",
    "set_date",
    "mention",
    "merge",
    "undo",
    "split",
    "move_report",
}
pick = st.integers(min_value=0, max_value=1_000_000)
refusals = (editing.Refused, PermissionDenied, StaleRevision)


class NothingThere(Exception):
    """A step needs a row, and there is none yet."""


class Desk(RuleBasedStateMachine):
    """Three people at one archive, in a transaction that comes to nothing."""

    tally: Counter[tuple[str, str]] = Counter()

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.numbers = count(1)
        self.tally["runs", ""] += 1
        self.annotator, self.reviewer, self.editor = (make_user(r) for r in ("annotator", "reviewer", "editor"))
        self.issues = [make_issue(number=n, date=date) for n, date in ((1, "1999-06-03"), (2, "1999-06-04"), (3, ""))]
        self.verb = "begin"
        for n in range(3):
            self.add_article(n, n, 1)
            self.report_new_event(n, n, 0)

    def teardown(self):
        broken = {check.name: finding.shown for check in all_checks() if (finding := check.run()).breaches}
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)
        assert broken == {}

    def any(self, rows, at):
        found = list(rows.order_by("pk"))
        if not found:
            raise NothingThere
        return found[at % len(found)]

    def people(self, at):
        return (self.annotator, self.reviewer, self.editor)[at % 3]

    @rule(verb=st.sampled_from(sorted(VERBS)), one=pick, other=pick, third=pick)
    def step(self, verb, one, other, third):
        """One verb on rows and values that the numbers choose; rules may forbid it: then nothing of it is written."""
        self.verb = verb
        try:
            getattr(self, verb)(one, other, third)
        except NothingThere:
            self.tally[verb, "idle"] += 1

    def attempt(self, act):
        try:
            with transaction.atomic():
                act()
            self.tally[self.verb, "done"] += 1
        except refusals:
            self.tally[self.verb, "refused"] += 1

    def words(self, article, at):
        spans = article.sentences
        start, end = spans[at % len(spans)]
        return Words("sentence", start, end, article.text[start:end])

    def add_article(self, issue, first, length):
        text = " ".join(SENTENCES[(first + n) % len(SENTENCES)] for n in range(2 + length % 4))
        make_article(issue=self.issues[issue % 3], text=text, title=f"Item {next(self.numbers)}")

    def report_new_event(self, article, at, person):
        row, by, kind = self.any(Article.objects, article), self.people(person), ("CONSULT", "AGREE", "AID")[person % 3]

        def act():
            actor = names.make_actor(by=by, name=f"Actor {next(self.numbers)}", kind="person")
            place = names.make_place(by=by, name=f"Place {next(self.numbers)}", kind="city")
            values = {"label": "Something", "type": EventType.objects.get(code=kind), "date": "1999-05-28"}
            roles = ("actor", "recipient") if at % 2 else ("actor",)
            parts = [Part(actor, role) for role in roles]
            event = events.make_event(by=by, values={**values, "place": place}, parts=parts)
            words = self.words(row, at)
            named = Words("participant", words.start, words.start + 4, words.quote[:4], actor, "actor", actor)
            reports.make_report(row, event, by=by, words=[words, named])

        self.attempt(act)

    def report_known_event(self, article, event, at):
        row, known = self.any(Article.objects, article), self.any(Event.objects, event)
        status = ("planned", "occurred", "denied")[at % 3]
        values = {"status": status, "claimed_date": "1999-05-30" if at % 3 == 0 else ""}
        words = [self.words(row, at)]
        self.attempt(lambda: reports.make_report(row, known, by=self.annotator, values=values, words=words))

    def change_report(self, report, at, person):
        row = self.any(Report.objects, report)
        words = [self.words(row.article, at), self.words(row.article, at + 1)]
        values = {"hedged": bool(at % 2), "claimed_place": self.any(Place.objects, at) if at % 3 == 0 else None}
        self.attempt(lambda: reports.change_report(row, by=self.people(person), values=values, words=words))

    def take_report_back(self, report, person, _):
        self.attempt(lambda: reports.remove_report(self.any(Report.objects, report), by=self.people(person)))

    def confirm(self, report, first, second):
        claims = ("date", "place", "type", "participations")
        adopt = {claims[first % 4], claims[second % 4]} if first % 2 else set()
        proposed = Report.objects.filter(review_state=ReviewState.PROPOSED)
        self.attempt(lambda: editing.confirm(self.any(proposed, report), by=self.reviewer, adopt=adopt))

    def refuse(self, report, how, _):
        verb = (editing.reject, editing.give_back)[how % 2]
        self.attempt(lambda: verb(self.any(Report.objects, report), by=self.reviewer, reason="so"))

    def ask_back(self, report, *_):
        proposed = Report.objects.filter(review_state=ReviewState.PROPOSED)
        self.attempt(lambda: editing.give_back(self.any(proposed, report), by=self.reviewer, reason="so"))

    def propose_again(self, report, *_):
        row = self.any(Report.objects.filter(review_state=ReviewState.RETURNED), report)
        self.attempt(lambda: editing.propose_again(row, by=row.coder))

    def change_event(self, event, at, _):
        row = self.any(Event.objects, event)
        values = [
            {"date": "1999-06-01"},
            {"place": self.any(Place.objects, at)},
            {"type": EventType.objects.get(code="SUPPORT")},
        ][at % 3]
        parts = [Part(self.any(Actor.objects, at), "actor")] if at % 2 else None
        self.attempt(lambda: events.change_event(row, by=self.reviewer, values=values, parts=parts))

    def publish(self, article, *_):
        self.attempt(lambda: editing.publish(self.any(Article.objects, article), by=self.editor))

    def withdraw(self, article, *_):
        self.attempt(lambda: editing.withdraw(self.any(Article.objects, article), by=self.editor, reason="so"))

    def correct(self, article, at, how):
        how = ("insert", "delete", "change")[how % 3]
        row = self.any(Article.objects, article)
        words = row.text.split(" ")
        place = at % len(words)
        if how == "delete" and len(words) > 8:
            del words[place : place + 1 + at % 8]
        elif how == "insert":
            words[place:place] = SENTENCES[at % len(SENTENCES)].split(" ")
        else:
            words[place] += "x"
        text = " ".join(words)
        self.attempt(lambda: row.correct_text(text, by=self.editor, reason="so", public_reason="other"))

    def set_date(self, issue, date, _):
        date = ("", "1999-06-05", "1998", "2000-01-02")[date % 4]
        basis = "derived" if date else "unknown"
        self.attempt(lambda: self.any(Issue.objects, issue).set_date(date, basis=basis, by=self.editor))

    def mention(self, article, at, _):
        row, actor = self.any(Article.objects, article), self.any(Actor.objects, at)
        words = self.words(row, at)
        quote = words.quote[:5]
        self.attempt(lambda: marks.mention(row, words.start, words.start + 5, quote, names=actor, by=self.annotator))

    def merge(self, model, one, other):
        model = (Actor, Place, Event)[model % 3]
        kept = self.any(model.objects.filter(merged_into=None), one)
        merged = self.any(model.objects.filter(merged_into=None).exclude(pk=kept.pk), other)
        self.attempt(lambda: merge(kept, merged, by=self.reviewer, reason="so"))

    def undo(self, record, *_):
        self.attempt(lambda: undo(self.any(MergeRecord.objects, record), by=self.reviewer))

    def split(self, event, *_):
        row = self.any(told_twice(), event)
        some = list(row.reports.order_by("pk"))[:1]
        self.attempt(lambda: split(row, some, by=self.reviewer, reason="so", label="Another"))

    def move_report(self, report, event, _):
        row = self.any(Report.objects.filter(event__merged_into=None), report)
        others = Event.objects.filter(merged_into=None).exclude(reports__article=row.article_id)
        target = self.any(others, event)
        self.attempt(lambda: move_report(row, target, by=self.reviewer, reason="so"))

    @invariant()
    def promises_hold(self):
        self.tally["steps", ""] += 1
        connection.check_constraints()
        for check in QUICK:
            finding = check.run()
            assert finding.breaches == 0, (check.name, finding.shown)


def told_twice():
    return Event.objects.annotate(reported=Count("reports")).filter(reported__gte=2, merged_into=None)


QUICK = [check for check in all_checks() if check.name in AT_EVERY_STEP]


@pytest.mark.django_db
@pytest.mark.parametrize("runs", RUNS)
def test_any_order_of_steps_keeps_the_promises(runs):
    Desk.tally.clear()
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=runs,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize="MONITOR_SEARCH" not in os.environ,
            database=None,
            phases=[Phase.generate] if "MONITOR_SEARCH" not in os.environ else [Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert {name for name, outcome in Desk.tally if outcome == "done"} >= VERBS - {"add_article"}, dict(Desk.tally)


def test_checks_of_every_step_exist():
    assert len(QUICK) == len(AT_EVERY_STEP)
