"""A deployment that would answer otherwise has another version; the same one on another machine has the same."""

import os

from monitor.serving.code_version import code_version, version_of


def deployed(folder, **files):
    for name, text in files.items():
        path = folder / "articles" / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return [folder / "articles", folder / "pyproject.toml"]


def test_the_same_files_elsewhere_and_later_are_the_same_version(tmp_path):
    here, there = (
        deployed(tmp_path / "a", page="<p>", deep__code="1"),
        deployed(tmp_path / "b", page="<p>", deep__code="1"),
    )
    os.utime(tmp_path / "b" / "articles" / "page", (1, 1))

    assert version_of(here) == version_of(there)


def test_any_change_of_a_file_is_another_version(tmp_path):
    versions = {
        version_of(deployed(tmp_path / "a", page="<p>")),
        version_of(deployed(tmp_path / "b", page="<b>")),
        version_of(deployed(tmp_path / "c", leaf="<p>")),
        version_of(deployed(tmp_path / "d", page="<p>", more="")),
        version_of(deployed(tmp_path / "e", deep__page="<p>")),
        version_of(deployed(tmp_path / "f", page="<p>"), shown="editors@monitor.example"),
    }

    assert len(versions) == 6


def test_what_python_compiles_beside_is_no_change(tmp_path):
    parts = deployed(tmp_path, page="<p>")
    before = version_of(parts)

    assert version_of(deployed(tmp_path, page="<p>", __pycache____page="compiled")) == before


def test_our_own_code_has_a_version():
    assert len(code_version()) == 16
