"""How OpenAPI describes the resources that programs write: documents, conditions, and what may go wrong."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, PolymorphicProxySerializer

from articles.api.schema import MEDIA_TYPE, ProblemSerializer, ResourceSchema, form_of

WRITES = {"create": 201, "partial_update": 200, "destroy": 204}
IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER, required=True, description='The revision that was read: `"4"`.'
)
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="Sent again with the same request, it gets the same answer and nothing is written twice.",
)
MEANINGS = {
    400: "The body cannot be read, or names what there is not; `errors` points at each place.",
    401: "No token, or none that holds.",
    403: "The owner of the token, or its scope, has not the right.",
    404: "Nothing that the owner of the token may see is at this address.",
    409: "A rule forbids it, or the text reads otherwise: `errors` tells the words that it has.",
    412: "The row was changed since it was read.",
    413: "The body is too large.",
    415: "The body is no JSON.",
    428: "`If-Match` is missing.",
}
CONDITIONAL = (404, 412, 428)
TOKEN = [{"token": []}]


class BearerScheme(OpenApiAuthenticationExtension):
    """How the schema names `BearerAuthentication`."""

    target_class = "events.api.bearer.BearerAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "The key of a token, made under `/admin/`."}


class WrittenSchema(ResourceSchema):
    """Reading as everywhere; for writes the documents, the two headers, and their problems."""

    @property
    def writes(self) -> bool:
        return self.view.action in WRITES

    def get_override_parameters(self) -> list[OpenApiParameter]:
        if not self.writes:
            return super().get_override_parameters()
        return [form_of(["json"]), *([] if self.view.action == "create" else [IF_MATCH]), IDEMPOTENCY_KEY]

    def get_request_serializer(self) -> Any:
        if not self.writes or self.view.action == "destroy":
            return None
        return self._one_or_many(self.view.writes) if self.view.action == "create" else self.view.writes

    def get_response_serializers(self) -> Any:
        if not self.writes:
            return super().get_response_serializers()
        conditional = self.view.action != "create"
        problems = {
            (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, description=meaning)
            for status, meaning in MEANINGS.items()
            if conditional or status not in CONDITIONAL
        }
        return {WRITES[self.view.action]: self._written(), **problems}

    def _written(self) -> Any:
        shape = self.view.serializer_class
        if self.view.action == "destroy":
            return OpenApiResponse(description="It is no more.")
        return self._one_or_many(shape) if self.view.action == "create" else shape

    def _one_or_many(self, shape: Any) -> PolymorphicProxySerializer:
        """A document or a list of up to a thousand; the answer alike."""
        return PolymorphicProxySerializer(
            component_name=f"{shape.__name__.removesuffix('Serializer')}OrSeveral",
            serializers=[shape, shape(many=True)],
            resource_type_field_name=None,
            many=False,
        )

    def get_operation_id(self) -> str:
        resource = self.view.filterset_class.resource.replace("-", "_")
        return f"{resource}_{self.view.action}" if self.writes else super().get_operation_id()

    def get_auth(self) -> list[dict[str, Any]]:
        return TOKEN if self.writes else super().get_auth()

    def _is_list_view(self, serializer: Any = None) -> bool:
        return not self.writes and super()._is_list_view(serializer)
