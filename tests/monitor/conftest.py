"""Data folders for servers that tests start and kill."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import database
from tests.monitor.processes import end_all


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """An empty data folder that an unprivileged account can enter; nothing of it is left after the test."""
    folder = database.make_folder()
    yield folder
    end_all(folder)
    shutil.rmtree(folder)
