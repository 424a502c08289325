"""Which form an answer takes: `format=` before `Accept`."""

from collections.abc import Sequence
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer

from articles.parameters import ParameterError, ParametersRefused, shown


class StrictNegotiation(DefaultContentNegotiation):
    """A format that there is not is refused by name, like any other value."""

    def filter_renderers(self, renderers: Sequence[BaseRenderer], format: Any) -> list[BaseRenderer]:
        found = [renderer for renderer in renderers if renderer.format == format]
        if not found:
            known = ", ".join(renderer.format for renderer in renderers)
            message = f"“{shown(format)}” is no format of this address. Known ones: {known}."
            raise ParametersRefused([ParameterError("format", message)])
        return found
