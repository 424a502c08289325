"""The name of an answer: equal names mean equal answers, and a change of anything it depends on changes the name."""

import re
from hashlib import blake2b

Part = str | int
DIGEST_BYTES = 16
NO_WEIGHT = re.compile(r"q=0?(\.0*)?")


def etag(*parts: Part) -> str:
    """A weak entity tag for whatever the parts describe: compressed or not, it is the same answer."""
    digest = blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES)
    return f'W/"{digest.hexdigest()}"'


def names(if_none_match: str, tag: str) -> bool:
    """Whether a header If-None-Match names this tag, compared weakly (RFC 9110, 13.1.2)."""
    opaque = tag.removeprefix("W/")
    return any(candidate.strip().removeprefix("W/") == opaque for candidate in if_none_match.split(","))


def names_anything(if_none_match: str) -> bool:
    """Whether a header If-None-Match asks for an answer only if there is none at all."""
    return if_none_match.strip() == "*"


def accepts_gzip(accept_encoding: str) -> bool:
    """Whether a header Accept-Encoding names gzip, and not to refuse it."""
    for coding in accept_encoding.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() == "gzip":
            return not NO_WEIGHT.fullmatch(weight.replace(" ", ""))
    return False
