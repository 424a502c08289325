"""What is in a file, before anything is imported: its articles and problems; of an export its fields and categories."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.importing.detect import HEAD, PARSERS, parser_for
from articles.importing.gathering import read_file
from articles.importing.parsers import wxr
from articles.importing.records import ArticleRecord, Problem

_SHOWN = 40


@dataclass(slots=True)
class Analysis:
    """Counts of what a file holds, each kind under a heading."""

    path: str
    format: str = ""
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    @classmethod
    def of_file(cls, path: str, format_name: str = "") -> "Analysis":
        analysis = cls(path)
        for item in read_file(path, format_name):
            analysis._add_item(item)
        with open(path, "rb") as file:
            parser = PARSERS[format_name] if format_name else parser_for(file.read(HEAD))
            analysis.format = parser.FORMAT if parser else "unknown"
            for post in wxr.posts(file, path) if parser is wxr else ():
                if not isinstance(post, Problem):
                    analysis._add_post(post)
        return analysis

    def lines(self) -> Iterator[str]:
        """The counts for people: most frequent first, of each kind at most forty."""
        yield f"{self.path}: {self.format}"
        for heading, counter in self.counts.items():
            yield f"  {heading}: {counter.total()} in {len(counter)} kinds"
            for name, count in sorted(counter.most_common(_SHOWN), key=lambda pair: (-pair[1], pair[0])):
                yield f"  {count:8}  {name[:100]}"
            if len(counter) > _SHOWN:
                yield f"            and {len(counter) - _SHOWN} more kinds"

    def _add_item(self, item: ArticleRecord | Problem) -> None:
        if isinstance(item, Problem):
            self._count("problems", item.code.value)
            return
        self._count("articles by volume", f"{item.publication or 'no publication'}, volume {item.volume}")
        self._count("articles by year", item.date[:4] or "undated")
        for name in sorted(item.given):
            self._count("facts given", name)

    def _add_post(self, post: Any) -> None:
        self._count("items by kind and state", f"{post.kind}, {post.status}")
        self._count("items by year", post.fields.get("wp:post_date", "")[:4] or "undated")
        for name, value in post.fields.items():
            if value.strip():
                self._count("fields that are filled", name)
        for domain, name in post.categories:
            self._count(f"names in “{domain}”"[:60], name)
        for key, _ in post.custom:
            self._count("custom fields", key)

    def _count(self, heading: str, name: str) -> None:
        self.counts.setdefault(heading, Counter())[name] += 1
