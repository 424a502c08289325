"""JSON documents as people's pages and programs send them → plain values, without database.

One file a document; `reading` says how objects are read. A key that is left out is absent from what is read, `null`
empties. Everything at fault is named at once, each by its JSON Pointer. The shapes: docs/workbench-documents.md.
"""

from events.documents.event import EventDocument, PartDocument, read_event
from events.documents.mention import MentionDocument, read_mention
from events.documents.names import NameDocument, read_actor, read_place
from events.documents.reading import DocumentRefused, Fault, whole
from events.documents.report import EvidenceDocument, ReportDocument, read_report

__all__ = [
    "DocumentRefused",
    "EventDocument",
    "EvidenceDocument",
    "Fault",
    "MentionDocument",
    "NameDocument",
    "PartDocument",
    "ReportDocument",
    "read_actor",
    "read_event",
    "read_mention",
    "read_place",
    "read_report",
    "whole",
]
