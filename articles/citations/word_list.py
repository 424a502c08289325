"""Word lists as people read them: one string, parted by blanks."""


def word_list(listed: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(listed.split())
