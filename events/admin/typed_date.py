"""A date that somebody typed into a form."""

from typing import Any

from django import forms

from articles.models import DateOrigin


def of_a_person(form: forms.ModelForm, name: str) -> dict[str, Any]:
    """What goes along with a typed date: it is hers, no rule reads it again, and she has checked it."""
    if name not in form.changed_data:
        return {}
    values: dict[str, Any] = {f"{name}_origin": DateOrigin.PERSON}
    if f"{name}_to_check" not in form.changed_data:
        values[f"{name}_to_check"] = False
    return values
