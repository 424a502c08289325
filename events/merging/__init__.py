"""Two actors, places, events or news sources become one, and back."""

from events.merging.merge import merge, undo

__all__ = ["merge", "undo"]
