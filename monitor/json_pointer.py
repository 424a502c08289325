"""Where in a JSON body something is (RFC 6901)."""

from collections.abc import Mapping

Error = Mapping[str, str]  # a `parameter` or a `pointer`, and a `message`


def escaped(name: object) -> str:
    """A member's name as a JSON Pointer writes it."""
    return str(name).replace("~", "~0").replace("/", "~1")
