import pytest

from articles.quoting import quotable

ONE = "The delegation left on Monday."
TWO = f"{ONE} Nobody saw it go."


@pytest.mark.parametrize(
    ("policy", "quote", "leaves"),
    [
        ("full", TWO, TWO),
        ("sentence", TWO, ONE),
        ("sentence", ONE, ONE),
        ("sentence", "left on", "left on"),
        ("sentence", "", ""),
        ("none", ONE, ""),
    ],
)
def test_as_much_of_a_quote_leaves_as_the_policy_allows(policy, quote, leaves):
    assert quotable(policy, quote) == leaves
