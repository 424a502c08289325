"""Variables are read as they are meant, or refused by name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from monitor import environment


@pytest.mark.parametrize(("written", "read"), [("0", 0), (" 2 ", 2), ("10", 10)])
def test_a_number_is_read(written, read):
    assert environment.number({"MONITOR_PROXIES": written}, "MONITOR_PROXIES", default=1, most=10) == read


@pytest.mark.parametrize("written", ["", "-1", "1.5", "two", "11", "²"])
def test_what_is_no_number_in_range_is_refused_by_name(written):
    with pytest.raises(ImproperlyConfigured, match=r"MONITOR_PROXIES is .*: write a whole number from 0 to 10"):
        environment.number({"MONITOR_PROXIES": written}, "MONITOR_PROXIES", default=1, most=10)


def test_a_number_that_nobody_wrote_has_its_default():
    assert environment.number({}, "MONITOR_PROXIES", default=1, most=10) == 1
