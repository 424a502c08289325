"""The verbs that touch several tables; workbench, admin, import and API call them."""

from articles.verbs import Refused
from events.editing.publishing import publish, publish_set, undo_set, withdraw
from events.editing.reviewing import confirm, give_back, propose_again, reject
from events.editing.splitting import move_report, split
from events.editing.tasks import (
    Wanted,
    keep_hold,
    nothing_to_report,
    release,
    submit,
    take,
    take_away,
    take_next,
)

__all__ = [
    "Refused",
    "Wanted",
    "confirm",
    "give_back",
    "keep_hold",
    "move_report",
    "nothing_to_report",
    "propose_again",
    "publish",
    "publish_set",
    "reject",
    "release",
    "split",
    "submit",
    "take",
    "take_away",
    "take_next",
    "undo_set",
    "withdraw",
]
