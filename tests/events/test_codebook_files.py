"""The codebook's files: complete against the scheme, and in agreement with each other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import events

FOLDER = Path(events.__file__).parent / "codebook"
QUADS = {
    "verbal-cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material-cooperation": "COOPERATE AID RETREAT",
    "verbal-conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material-conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
    "none": "X-APPOINT X-LEGISLATE X-STATE X-ECON X-DISASTER",
}
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking"
)
SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
ROLES = ["actor", "recipient", "mediator", "victim", "host", "topic"]


def read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


TYPES = read("types")


def test_version_is_semantic() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", read("codebook")["version"])


def test_all_types_are_there_with_their_class() -> None:
    by_quad: dict[str, list[str]] = {}
    for entry in TYPES:
        by_quad.setdefault(entry["quad"], []).append(entry["code"])

    assert {quad: set(found) for quad, found in by_quad.items()} == {q: set(c.split()) for q, c in QUADS.items()}
    assert [entry["code"] for entry in read("codebook")["quads"]] == list(QUADS)
    assert len(TYPES) == 16 + 5


def test_recipients_are_needed_where_the_scheme_says() -> None:
    assert {entry["code"] for entry in TYPES if entry["needs_recipient"]} == {"COOPERATE", "AID", "SANCTION"}


def test_all_modes_are_there_once() -> None:
    found: dict[str, list[str]] = {}
    for mode in read("modes"):
        found.setdefault(mode["type"], []).append(mode["code"])

    assert found == {kind: modes.split() for kind, modes in MODES.items()}


@pytest.mark.parametrize(
    ("name", "expected"), [("contexts", CONTEXTS), ("sectors", SECTORS), ("roles", " ".join(ROLES))]
)
def test_other_lists_are_complete(name: str, expected: str) -> None:
    assert [entry["code"] for entry in read(name)] == expected.split()


@pytest.mark.parametrize("name", ["types", "modes", "contexts", "sectors", "roles"])
def test_every_entry_has_label_and_a_definition_of_its_own(name: str) -> None:
    entries = read(name)
    definitions = [(entry.get("type"), entry["definition"]) for entry in entries]

    assert all(entry["label"] and entry["definition"].endswith(".") for entry in entries)
    assert len(set(definitions)) == len(definitions)
    assert all(mode["example"].endswith(".") for mode in entries if name == "modes")


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry["code"])
def test_examples_are_coded_lawfully(entry: dict[str, Any]) -> None:
    modes = MODES.get(entry["code"], "").split()
    statuses = {status["code"] for status in read("codebook")["statuses"]}

    assert set(entry["roles"]) <= set(ROLES)
    assert 2 <= len(entry["examples"]) <= 3
    for example in entry["examples"]:
        roles = {participant["role"] for participant in example["participants"]}
        assert example["mode"] in modes if modes else not example["mode"]
        assert example["status"] in statuses
        assert set(example["contexts"]) <= set(CONTEXTS.split())
        assert roles <= set(entry["roles"])
        assert "recipient" in roles or not entry["needs_recipient"]


def test_folds_are_those_of_the_vocabulary() -> None:
    fold = read("fold")
    pairs = {(entry["type"], entry["status"]): entry["plover"] for entry in fold["folds"]}
    softened = {
        (kind, s): "AGREE" for kind in ("CONSULT", "SUPPORT", "COOPERATE", "AID") for s in ("planned", "proposed")
    }
    others = {("RETREAT", "planned"): "CONCEDE", ("CONSULT", "denied"): "REJECT"}
    threats = {("COERCE", "planned"): "THREATEN", ("ASSAULT", "planned"): "THREATEN"}

    assert pairs == softened | others | threats
    assert fold["keeps"] == ["occurred", "ongoing", "alleged"]
    assert fold["marked"] == ["alleged"]


def test_every_cameo_root_leads_to_a_type_or_to_none() -> None:
    known = {entry["code"] for entry in TYPES} | {None}

    assert all(entry["type"] in known for entry in read("cameo"))
    assert {entry["root"][:2] for entry in read("cameo")} == {f"{root:02}" for root in range(1, 21)}
