from django.db import models


class PublicReason(models.TextChoices):
    """Why a text was corrected, as readers are told; the reason in full is for editors."""

    MISREAD = "misread", "A word misread from the print was put right"
    MISSING = "missing", "Words missing from the print's copy were added"
    SURPLUS = "surplus", "Words that do not belong to the article were removed"
    CHARACTERS = "characters", "Wrong characters were put right"
    LAYOUT = "layout", "Paragraphs or spacing were put right"
    OTHER = "other", "The text was corrected"
