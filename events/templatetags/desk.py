"""What waits for somebody who works here."""

from typing import Any

from django import template

from events.admin.desk import Desk, desk_of

register = template.Library()


@register.simple_tag(takes_context=True)
def her_desk(context: dict[str, Any]) -> Desk | None:
    """The lists of whoever looks at the page, with their counts; nothing for those who do not work here."""
    return desk_of(context["request"])
