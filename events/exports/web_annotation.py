"""A report as a W3C Web Annotation: the words of an article that bear out an event. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'
FULL, SENTENCE = "full", "sentence"  # quote policies; under any other no words leave
Row = dict[str, Any]


@dataclass(frozen=True)
class Text:
    """The article that is annotated: its page, the language of its words, what of them may leave."""

    page: str
    language: str
    policy: str


def annotation(report: Mapping[str, Any], text: Text, *, address: str, event: str) -> Row:
    """One report; `event` is the page of what it reports. Its targets are the spans, in their order."""
    return {
        "id": address,
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "SpecificResource", "source": event, "purpose": "classifying"},
            {"type": "TextualBody", "value": report["label"], "format": "text/plain", "language": "en",
             "purpose": "describing"},
        ],
        "target": [_target(span, text) for span in report["evidence"]],
    }  # fmt: skip


def alone(annotation: Row) -> Row:
    """An annotation that is a document of its own."""
    return {"@context": CONTEXT, **annotation}


def collection(address: str, label: str, annotations: Sequence[Row]) -> Row:
    """All annotations of an article, on one page."""
    whole = {"@context": CONTEXT, "id": address, "type": "AnnotationCollection", "label": label}
    counted = {**whole, "total": len(annotations)}
    if not annotations:
        return counted
    page = {"id": f"{address}?format=jsonld#page", "type": "AnnotationPage", "partOf": address, "startIndex": 0}
    return {**counted, "first": {**page, "items": list(annotations)}}


def _target(span: Mapping[str, Any], text: Text) -> Row:
    position = {"type": "TextPositionSelector", "start": span["start"], "end": span["end"]}
    return {
        "id": f"{text.page}#e{span['id']}",
        "type": "SpecificResource",
        "source": {"id": text.page, "type": "Text", "format": "text/html", "language": text.language},
        "selector": [position, *_quoted(span, text.policy)],
    }


def _quoted(span: Mapping[str, Any], policy: str) -> Iterable[Row]:
    """The words, with those around them only where whole texts leave. A quote that had to be cut says nothing exact."""
    if span["quote"] is None or len(span["quote"]) != span["end"] - span["start"]:
        return
    around = {name: span[name] for name in ("prefix", "suffix") if policy == FULL and span[name]}
    if policy in (FULL, SENTENCE):
        yield {"type": "TextQuoteSelector", "exact": span["quote"], **around}
