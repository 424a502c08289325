import pytest

from articles.importing.parsers import csv
from tests.articles.importing.samples import check, name_of, samples


@pytest.mark.parametrize("path", samples("csv"), ids=name_of)
def test_a_sample_is_read_as_it_stands_beside_it(path):
    check(path, csv)
