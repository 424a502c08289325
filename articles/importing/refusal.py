"""Why a record cannot be taken, on its way from the place that sees it to the parser that reports it."""

from articles.importing.problems import ProblemCode


class Refused(Exception):
    """A record is refused: the code, and the message that it makes of the facts. `line` where that is known here."""

    def __init__(self, code: ProblemCode, line: int = 0, **facts: object) -> None:
        super().__init__(code.says(**facts))
        self.code = code
        self.line = line
