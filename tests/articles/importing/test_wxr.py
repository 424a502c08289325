import pytest

from articles.importing.parsers import wxr
from tests.articles.importing.samples import check, name_of, samples


@pytest.mark.parametrize("path", samples("wxr"), ids=name_of)
def test_a_sample_is_read_as_it_stands_beside_it(path):
    check(path, wxr)
