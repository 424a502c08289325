"""The sample digest and the codebook as plain values, read from their files."""

import json
from pathlib import Path
from typing import Any

import events
import monitor

SAMPLE = Path(monitor.__file__).parent / "sample"
CODEBOOK = Path(events.__file__).parent / "codebook"


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def codes(name: str) -> Any:
    return json.loads((CODEBOOK / f"{name}.json").read_text(encoding="utf-8"))


def address(record: dict[str, Any]) -> tuple[str, int, int, int]:
    return record["publication"], record["volume"], record["issue"], record["position"]


ARTICLES = {address(article): article for article in lines("articles")}
EVENTS = lines("events")
REPORTS = [(event, report) for event in EVENTS for report in event["reports"]]
EVIDENCE = [(event, report, words) for event, report in REPORTS for words in report["evidence"]]
TYPES = {entry["code"]: entry for entry in codes("types")}
TWIN_ADDRESS = ("Monitor", 5, 132, 1)


def participants(event: dict[str, Any], report: dict[str, Any]) -> list[dict[str, Any]]:
    return report.get("claimed_actors") or event.get("actors", [])


def spans(article: tuple[str, int, int, int], kind: str) -> list[tuple[int, int]]:
    return [(w["start"], w["end"]) for _, r, w in EVIDENCE if address(r) == article and w["kind"] == kind]
