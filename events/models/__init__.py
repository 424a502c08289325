from events.models.actor import Actor, ActorKind, ActorName, Affiliation
from events.models.annotation_task import AnnotationTask, TaskState
from events.models.api_token import ApiToken, Scope, TokenHolder
from events.models.codebook import Context, EventType, Mode, Quad, Role
from events.models.event import (
    Event,
    EventContext,
    EventRelation,
    GeoPrecision,
    RelationKind,
    ReportStatus,
    number_of,
    public_id,
)
from events.models.evidence import Evidence, EvidenceKind
from events.models.judgement import JudgedRevision
from events.models.mention import Mention, MentionKind, Reading
from events.models.merge_record import MergedKind, MergeRecord
from events.models.participation import Participation
from events.models.place import Place, PlaceClaim, PlaceKind, PlaceName
from events.models.published_set import PublishedSet
from events.models.release import Release, WithdrawnFor
from events.models.report import Attribution, AttributionScope, Report, ReviewState
from events.models.request_key import RequestKey
from events.models.saved_list import ListOf, SavedList
from events.models.suggestion import Outcome, SuggestionDecision
from events.models.workbench import ArticleToAnnotate

__all__ = [
    "Actor",
    "ActorKind",
    "ActorName",
    "Affiliation",
    "AnnotationTask",
    "ApiToken",
    "ArticleToAnnotate",
    "Attribution",
    "AttributionScope",
    "Context",
    "Event",
    "EventContext",
    "EventRelation",
    "EventType",
    "Evidence",
    "EvidenceKind",
    "GeoPrecision",
    "JudgedRevision",
    "ListOf",
    "Mention",
    "MentionKind",
    "MergeRecord",
    "MergedKind",
    "Mode",
    "Outcome",
    "Participation",
    "Place",
    "PlaceClaim",
    "PlaceKind",
    "PlaceName",
    "PublishedSet",
    "Quad",
    "Reading",
    "RelationKind",
    "Release",
    "Report",
    "ReportStatus",
    "RequestKey",
    "ReviewState",
    "Role",
    "SavedList",
    "Scope",
    "SuggestionDecision",
    "TaskState",
    "TokenHolder",
    "WithdrawnFor",
    "number_of",
    "public_id",
]
