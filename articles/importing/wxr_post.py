"""One item of a WordPress export as a plain value: its fields, whatever version of the export names them."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from articles.importing.problems import ProblemCode
from articles.importing.refusal import Refused
from articles.importing.wxr_items import LONGEST_ITEM, Item

_RSS = re.compile(r"<rss\b[^>]*>")
_CHANNEL = re.compile(r"<channel[\s>]")
_PREFIXES = (
    ("/excerpt/", "excerpt:"),
    ("wordpress.org/export/", "wp:"),
    ("/modules/content/", "content:"),
    ("/dc/elements/", "dc:"),
)


@dataclass(frozen=True, slots=True)
class Post:
    """An item: `fields` by name as exports write them (`wp:post_date`), categories and custom fields in order."""

    line: int
    text_line: int
    fields: dict[str, str]
    categories: tuple[tuple[str, str], ...]  # (domain, name)
    custom: tuple[tuple[str, str], ...]

    @property
    def kind(self) -> str:
        return self.fields.get("wp:post_type") or "post"

    @property
    def status(self) -> str:
        return self.fields.get("wp:status") or "publish"


def envelope(head: Item) -> str:
    """The opening tag of the export, in which names of fields are declared. Raises Refused."""
    match = _RSS.search(head.source)
    if match is None or _CHANNEL.search(head.source) is None:
        raise Refused(ProblemCode.NO_EXPORT, head.line)
    return match[0]


def read_post(item: Item, opening: str) -> Post:
    """The post of an item. Raises Refused where the item is no sound XML."""
    if item.too_long:
        raise Refused(ProblemCode.LINE_TOO_LONG, item.line, limit=LONGEST_ITEM)
    if item.is_cut:
        raise Refused(ProblemCode.BAD_XML, item.line, why="the item has no end")
    try:
        root = ElementTree.fromstring(f"{opening}{item.source}</rss>", forbid_dtd=True)
    except ParseError as error:
        line = item.line + error.position[0] - 1 - opening.count("\n")
        raise Refused(ProblemCode.BAD_XML, max(line, item.line), why=str(error).partition(":")[0]) from error
    except (DefusedXmlException, ValueError) as error:
        raise Refused(ProblemCode.FORBIDDEN_XML, item.line, what="entities") from error
    return _post(item, root[0])


def _post(item: Item, element: Element) -> Post:
    fields: dict[str, str] = {}
    categories, custom = [], []
    for child in element:
        name = _name(child.tag)
        if name == "category":
            categories.append((child.get("domain", "category"), " ".join((child.text or "").split())))
        elif name == "wp:postmeta":
            meta = {_name(one.tag): (one.text or "").strip() for one in child}
            custom.append((meta.get("wp:meta_key", ""), meta.get("wp:meta_value", "")))
        else:
            fields.setdefault(name, child.text or "")
    text_line = item.line + item.source[: max(item.source.find("<content:encoded"), 0)].count("\n")
    return Post(item.line, text_line, fields, tuple(categories), tuple(custom))


def _name(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    return next((prefix for part, prefix in _PREFIXES if part in space), "") + local
