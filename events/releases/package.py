"""What describes a release to people and programs: the data package, the terms, how to cite it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from events.releases.tables import TABLES, Column, Table

PROFILES = "https://datapackage.org/profiles/2.0"
RULE = (
    "An event's status is that of the report in its newest article (by the issue's last possible day, then volume, "
    "number and position), background reports counting only where there are no others. has_conflict says that reports "
    "cannot all be true: dates that do not overlap, places of which neither holds the other, unequal types, or a "
    "denial beside an assertion. min_sources counts distinct sources over all reports."
)
TERMS = """\
Terms of use

What Monitor says of the texts (codes, dates, places, participants, and which words report them) may be used,
copied and changed by anybody, for any purpose, who names Monitor and the version of this release.

Quotations belong to those who printed them. They stand here as far as each publication lets them be quoted; whoever
uses them further must mind the terms of the publication, which its page on the site states.

Names and structure of types, modes and contexts follow the PLOVER scheme (manual draft 0.8, CC BY-SA 4.0); the
definitions and the types that begin with X- are Monitor's own.
"""


@dataclass(frozen=True)
class Facts:
    """What a release says of itself."""

    version: str
    made_at: str  # ISO 8601, UTC, to the second
    codebook_version: str
    base: str
    public_number: int

    @property
    def title(self) -> str:
        return f"Monitor: events reported by printed news digests, version {self.version}"


def datapackage(facts: Facts, files: Mapping[str, tuple[int, str]]) -> dict[str, Any]:
    """The descriptor of Data Package version 2; `files` are bytes and SHA-256 by name."""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "monitor-events",
        "title": facts.title,
        "version": facts.version,
        "created": facts.made_at,
        "description": f"{RULE} Made of public revision {facts.public_number}.",
        "codebookVersion": facts.codebook_version,
        "licenses": [{"path": "LICENSE", "title": "Terms of use"}],
        **({"homepage": f"{facts.base}/data/{facts.version}/"} if facts.base else {}),
        "resources": [
            *(_table(table, files[f"{table.name}.csv"]) for table in TABLES),
            _plain("events-nested", "events.jsonl", "jsonl", "Each event with its reports.", files["events.jsonl"]),
            _plain("codebook", "codebook.json", "json", "What every code means.", files["codebook.json"]),
        ],
    }


def _table(table: Table, size_and_hash: tuple[int, str]) -> dict[str, Any]:
    keys = [
        {"fields": [column], "reference": {"resource": of, "fields": [next(t for t in TABLES if t.name == of).key[0]]}}
        for column, of in table.refers.items()
    ]
    described = _plain(table.name, f"{table.name}.csv", "csv", table.meaning, size_and_hash)
    fields = [_field(column, required=column.name in table.key) for column in table.columns]
    schema = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": fields,
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }
    return {**described, "type": "table", "schema": schema}


def _plain(name: str, path: str, form: str, meaning: str, size_and_hash: tuple[int, str]) -> dict[str, Any]:
    kinds = {"csv": "text/csv", "jsonl": "application/jsonl", "json": "application/json"}
    size, sha256 = size_and_hash
    return {
        "name": name,
        "path": path,
        "description": meaning,
        "format": form,
        "mediatype": kinds[form],
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
    }


def _field(column: Column, *, required: bool) -> dict[str, Any]:
    limits = {**({"required": True} if required else {}), **({"enum": list(column.enum)} if column.enum else {})}
    described = {"name": column.name, "type": column.type, "description": column.meaning}
    return {**described, **({"constraints": limits} if limits else {})}


def citation(facts: Facts) -> str:
    """CITATION.cff, version 1.2.0 of the format."""
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this data, please cite it with its version.",
        "type: dataset",
        f'title: "{facts.title}"',
        "authors:",
        "  - name: Monitor",
        f'version: "{facts.version}"',
        f'date-released: "{facts.made_at[:10]}"',
        *([f'url: "{facts.base}/data/{facts.version}/"'] if facts.base else []),
    ]
    return "\n".join(lines) + "\n"


def sums(hashes: Mapping[str, str], names: Sequence[str]) -> str:
    """SHA256SUMS as `sha256sum --check` reads it."""
    return "".join(f"{hashes[name]}  {name}\n" for name in names)
