"""The verbs that touch several tables; workbench, admin, import and API call them."""

from articles.verbs import Refused
from events.editing.publishing import publish, withdraw
from events.editing.reviewing import confirm, give_back, propose_again, reject
from events.editing.splitting import move_report, split

__all__ = ["Refused", "confirm", "give_back", "move_report", "propose_again", "publish", "reject", "split", "withdraw"]
