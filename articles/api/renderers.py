"""The streamed forms as negotiation knows them. What is wrong is said in JSON, whatever was asked for."""

from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer

from articles.exports import formats


class StreamedRenderer(BaseRenderer):
    """A form that the view streams itself; only problems are rendered."""

    form: formats.Format
    charset = None

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        return orjson.dumps(data)


class JsonLdRenderer(BaseRenderer):
    """A single row as linked data; the view makes what is rendered, and says its profile."""

    media_type, format = "application/ld+json", "jsonld"
    charset = None

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        return orjson.dumps(data)


class CsvRenderer(StreamedRenderer):
    form, format, media_type = formats.CSV, "csv", "text/csv"


class JsonLinesRenderer(StreamedRenderer):
    form, format, media_type = formats.JSON_LINES, "jsonl", "application/jsonl"


class GeoJsonRenderer(StreamedRenderer):
    form, format, media_type = formats.GEOJSON, "geojson", "application/geo+json"
