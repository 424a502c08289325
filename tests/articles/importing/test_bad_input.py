"""Bad files, large ones too: each ends in `path:line: code: sentence`, the rest goes in, memory is bounded."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from articles.models import Article
from tests.articles.importing.commands import LONG, codes, line, run, write

ROOT = Path(__file__).parents[3]
GOOD = "Monitor, Vol. 5, No. 1\n\nRain fell on the lake."
MEBI = 1 << 20
RSS_LIMIT = 300 * MEBI

BAD: dict[str, tuple[str, bytes, list[str]]] = {
    "cut UTF-8": ("a.txt", f"{GOOD} Café: é".encode()[:-1], ["unknown_encoding"]),
    "cp1252": ("a.txt", f"{GOOD} “Lake”".encode("cp1252"), ["cp1252"]),
    "UTF-16 cut": ("a.txt", GOOD.encode("utf-16")[:-1], ["unknown_encoding"]),
    "NUL": ("a.txt", f"{GOOD}\x00".encode(), ["unknown_format"]),
    "NUL in JSON": ("a.jsonl", b'{"volume": 5, "issue": 1, "text": "a\\u0000"}', ["bad_text"]),
    "control character": ("a.txt", f"{GOOD}\x02".encode(), ["bad_text"]),
    "empty": ("a.txt", b"", ["empty_file"]),
    "blanks": ("a.jsonl", b"\xef\xbb\xbf \n\n", ["empty_file"]),
    "only a header": ("a.txt", b"Monitor, Vol. 5, No. 1\n", ["no_text"]),
    "no header": ("a.txt", b"Rain fell.\n", ["no_header"]),
    "a bad line": ("a.jsonl", b'{"volume": 5\n', ["bad_json"]),
    "nested JSON": ("a.jsonl", b'{"a":' + b"[" * 100_000, ["bad_json"]),
    "wrong column": ("a.csv", b"volume,issue,text,colour\n5,1,a,red\n", ["unknown_column"]),
    "missing column": ("a.csv", b"volume,text\n5,a\n", ["missing_column"]),
    "an entity bomb": ("a.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', ["forbidden_xml"]),
    "other XML": ("a.xml", b'<?xml version="1.0"?><feed/>', ["no_export"]),
    "script alone": ("a.html", b"<html><script>steal()</script></html>", ["empty_file"]),
    "nested HTML": ("a.html", b"<html>" + b"<div>" * 100_000 + b"Rain", ["no_header"]),
    "binary": ("a.doc", b"\xd0\xcf\x11\xe0\x00\x00", ["unknown_format"]),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "data", "wanted"), BAD.values(), ids=list(BAD))
def test_a_bad_file_is_told_by_path_line_and_code_and_the_rest_goes_in(tmp_path, name, data, wanted):
    (tmp_path / name).write_bytes(data)
    write(tmp_path, line(issue=2), name="sound.jsonl")

    _, told, _ = run(tmp_path, publication="monitor")

    assert codes(told) == wanted
    assert all(re.fullmatch(rf"{re.escape(str(tmp_path / name))}:\d+: [a-z_0-9]+: .{{20,}}[.)]", said) for said in told)
    assert Article.objects.filter(issue__number=2).count() == 1


@pytest.mark.django_db
def test_nothing_that_a_browser_would_run_survives(tmp_path):
    page = (
        "<html><body><p>Monitor, Vol. 5, No. 1</p><p>Rain <img src=x onerror=steal()> fell"
        "<script>steal()</script><svg onload=steal()></svg><a href='javascript:steal()'> on</a> &lt;b&gt;.</p></body>"
    )
    (tmp_path / "a.html").write_text(page)

    run(tmp_path)

    assert Article.objects.get().text == "Rain fell on <b>."


@pytest.mark.django_db
def test_a_circle_of_links_is_walked_once(tmp_path):
    write(tmp_path, line())
    os.symlink(tmp_path, tmp_path / "again")

    assert run(tmp_path)[0].startswith("articles: 1 created")


@pytest.mark.django_db
def test_two_files_that_give_a_position_to_different_articles(tmp_path):
    write(tmp_path, line(position=1), name="a.jsonl")
    write(tmp_path, line(position=1, text="Something else entirely was printed here."), name="b.jsonl")

    _, told, code = run(tmp_path)

    assert (codes(told), code, Article.objects.get().text) == (["text_differs"], 1, LONG)


# Size


def one_line(size: int) -> Iterator[bytes]:
    yield b"Monitor, Vol. 5, No. 1\n\n"
    for _ in range(size // MEBI):
        yield b"a" * MEBI


def one_json_line(size: int) -> Iterator[bytes]:
    yield b'{"volume": 5, "issue": 1, "text": "'
    for _ in range(size // MEBI):
        yield b"a" * MEBI
    yield b'"}\n'


def json_records(size: int) -> Iterator[bytes]:
    for number in range(size // 340):
        values = {"publication": "Monitor", "volume": 5, "issue": 1 + number % 9000, "text": f"{number} {LONG} {LONG}"}
        yield json.dumps(values).encode() + b"\n"


def bad_records(size: int) -> Iterator[bytes]:
    for _ in range(size // 30):
        yield b'{"volume": 5, "colour": "r"}\n'


def table(size: int) -> Iterator[bytes]:
    yield b"volume,issue,text\n"
    for number in range(size // 240):
        yield f'5,{1 + number % 9000},"{number} {LONG}\n\n{LONG}"\n'.encode()


def open_quotes(size: int) -> Iterator[bytes]:
    yield b'volume,issue,text\n5,1,"never closed\n'
    for _ in range(size // 100):
        yield b"5,1," + b"a" * 95 + b"\n"


def page(size: int) -> Iterator[bytes]:
    yield b"<html><body><p>Monitor, Vol. 5, No. 1</p>"
    for _ in range(size // 1000):
        yield b"<div><p>" + b"rain " * 198 + b"\n"


def export(size: int) -> Iterator[bytes]:
    yield b'<?xml version="1.0"?>\n<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>\n'
    for number in range(size // 3200):
        text = f"Monitor, Vol. 5, No. {1 + number % 9000}\n\n{number} " + f"{LONG}\n\n" * 25
        content = f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        yield f"<item><title>Post {number}</title>{content}</item>\n".encode()
    yield b"</channel></rss>\n"


def unclosed_cdata(size: int) -> Iterator[bytes]:
    yield b"<rss><channel><item><![CDATA["
    for _ in range(size // MEBI):
        yield b"</item>a" * (MEBI // 8)


LARGE: dict[str, tuple[Callable[[int], Iterator[bytes]], int]] = {
    "a line of 20 MB": (one_line, 20 * MEBI),
    "a JSON line of 20 MB": (one_json_line, 20 * MEBI),
    "200,000 JSON records": (json_records, 68 * MEBI),
    "200,000 bad records": (bad_records, 6 * MEBI),
    "200,000 rows": (table, 48 * MEBI),
    "open quotes": (open_quotes, 20 * MEBI),
    "a page of 9 MB": (page, 9 * MEBI),
    "an export of 500 MB": (export, 500 * MEBI),
    "CDATA without an end": (unclosed_cdata, 100 * MEBI),
}
READ = """
import json, re, sys, time
from articles.importing.gathering import Gathering, read_file
from articles.importing.records import Problem
began, problems = time.process_time(), 0
gathering = Gathering(lambda record: (record.publication, record.volume, record.issue))
for item in read_file(sys.argv[1]):
    if isinstance(item, Problem):
        problems += 1
    else:
        gathering.add(item)
status = open("/proc/self/status").read()  # ru_maxrss would count what the parent held before the exec
own = re.search("VmHWM:[ \\t]+([0-9]+) kB", status)
peak = int(own[1]) * 1024
print(json.dumps([gathering.count, problems, peak, time.process_time() - began]))
"""


def read_in_a_process(path: Path) -> tuple[int, int, int, float]:
    """Records, problems, the most memory it took in bytes, and its seconds."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", READ, str(path)], env=env, check=True, capture_output=True, cwd=ROOT)
    found: Any = json.loads(done.stdout)
    return tuple(found)


@pytest.mark.parametrize("share", [pytest.param(60, id="part"), pytest.param(1, id="full", marks=pytest.mark.drill)])
@pytest.mark.parametrize(("make", "size"), LARGE.values(), ids=list(LARGE))
def test_a_large_file_takes_little_memory_and_linear_time(tmp_path, make, size, share):
    took = []
    for part in (2, 1):
        path = tmp_path / f"{part}"
        with path.open("wb") as file:
            file.writelines(make(size // share // part))
        took.append(read_in_a_process(path))
    (half_count, half_problems, _, half), (count, problems, peak, seconds) = took
    print(f"{count} records, {problems} problems, {peak // MEBI} MiB, {seconds:.1f} s")

    assert count + problems > 0 and (half_count + half_problems) > 0
    assert peak < RSS_LIMIT
    assert seconds < 3 * half + 1
