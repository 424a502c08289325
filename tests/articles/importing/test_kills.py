"""Imports that are killed at random moments, and several at once: what comes out is what an undisturbed one makes."""

import os
import random
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.models import Count

from articles.models import Article, ImportRun, Issue
from monitor.content import content_hash, content_lines
from tests.articles.importing.commands import line, write

pytestmark = pytest.mark.django_db(transaction=True)

ISSUES, IN_AN_ISSUE, LATEST_KILL = 30, 3, 0.3
KILLS = [pytest.param(2, id="few"), pytest.param(100, id="full", marks=pytest.mark.drill)]
ROUNDS = [pytest.param(1, id="one"), pytest.param(20, id="full", marks=pytest.mark.drill)]


class Silence:
    def write(self, *words: Any) -> None:
        """Nothing to say."""


def record(issue: int, number: int) -> str:
    cited = f"(Kyodo, May {number}; Lake Courier, May {1 + issue % 9}; see the Monitor, Vol. 5, No. {1 + issue // 2})"
    text = f"{issue}/{number}. Rain fell on both shores of the lake all day long {cited}. Nobody went out."
    return line(issue=issue, position=number, text=text, url=f"https://digest.example/{issue}/{number}/")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """All records, and the first third of them."""
    lines = [record(issue, number) for issue in range(1, ISSUES + 1) for number in range(1, IN_AN_ISSUE + 1)]
    return write(tmp_path, *lines), write(tmp_path, *lines[: len(lines) // 3], name="third.jsonl")


def empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_publication, articles_newssource, articles_importrun CASCADE")


def load(path: Path) -> None:
    call_command("import_articles", str(path), stdout=Silence(), stderr=Silence())


def process(path: Path) -> int:
    """An import in a process of its own; its number."""
    connections.close_all()
    number = os.fork()
    if number:
        return number
    try:
        own_connection()
        load(path)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def own_connection() -> None:
    """Leave aside what was copied: beside a browser, whose loop runs, the parent keeps a connection open."""
    with suppress(AttributeError):  # there was none
        del connections["default"]


def hashed() -> str:
    return content_hash(content_lines())


def undisturbed(path: Path) -> str:
    empty()
    load(path)
    return hashed()


def killed_in_the_middle(path: Path, moments: random.Random) -> bool:
    """Starts an import over what is stored and kills it; whether it had written some issues and not all."""
    before = Issue.objects.count()
    number = process(path)
    while Issue.objects.count() == before and not ended(number):
        time.sleep(0.001)
    time.sleep(moments.uniform(0, LATEST_KILL))
    if not ended(number):
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
    return before < Issue.objects.count() < ISSUES


def ended(number: int) -> bool:
    try:
        return os.waitpid(number, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return True


def part_done(path: Path, third: Path, kills: int) -> Iterator[None]:
    """The state after each kill that met part-done work, in a database that already held a third."""
    moments, met = random.Random(1), 0
    for _ in range(20 * kills):
        if met == kills:
            return
        empty()
        load(third)
        if killed_in_the_middle(path, moments):
            met += 1
            yield
    pytest.fail(f"only {met} of {kills} kills met part-done work")


@pytest.mark.parametrize("kills", KILLS)
def test_a_second_run_completes_what_a_kill_cut_off(files, kills):
    path, third = files
    wanted = undisturbed(path)

    for _ in part_done(path, third, kills):
        sizes = Issue.objects.annotate(size=Count("articles")).values_list("size", flat=True)
        assert set(sizes) == {IN_AN_ISSUE}
        assert all(run.is_broken_off for run in ImportRun.objects.filter(state="applying"))
        load(path)
        assert hashed() == wanted
        assert Article.objects.count() == ISSUES * IN_AN_ISSUE


@pytest.mark.parametrize("rounds", ROUNDS)
def test_three_importers_at_once_make_what_one_makes(files, rounds):
    path, _ = files
    wanted = undisturbed(path)

    for _ in range(rounds):
        empty()
        numbers = [process(path) for _ in range(3)]

        assert [os.waitpid(number, 0)[1] for number in numbers] == [0, 0, 0]
        assert hashed() == wanted
        assert Article.objects.count() == ISSUES * IN_AN_ISSUE
