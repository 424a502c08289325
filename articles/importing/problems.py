"""What can be wrong with a file or a record: a code for programs, and a sentence that says what to do next."""

from enum import Enum, StrEnum


class Severity(Enum):
    """Whether what the problem speaks of goes in: refused, in conflict with a stored row, or taken with a note."""

    REFUSED = "refused"
    CONFLICT = "conflicting"
    NOTE = "note"


class ProblemCode(StrEnum):
    """Every code that an import can report, with its severity and a sentence to be filled in."""

    severity: Severity
    sentence: str

    def __new__(cls, code: str, severity: Severity, sentence: str) -> "ProblemCode":
        member = str.__new__(cls, code)
        member._value_ = code
        member.severity = severity
        member.sentence = sentence
        return member

    # the file
    UNREADABLE = (
        "unreadable",
        Severity.REFUSED,
        "The file cannot be read ({why}); make it readable and import it again.",
    )
    EMPTY_FILE = "empty_file", Severity.REFUSED, "The file holds no text; check that it was saved completely."
    UNKNOWN_ENCODING = (
        "unknown_encoding", Severity.REFUSED,
        "The bytes are neither UTF-8 nor cp1252 ({why}); save the file as UTF-8, or fetch it again if it was cut.",
    )  # fmt: skip
    CP1252 = (
        "cp1252", Severity.NOTE,
        "Read as cp1252, since it is not UTF-8; check quotes and accents, or save the file as UTF-8.",
    )  # fmt: skip
    UNKNOWN_FORMAT = (
        "unknown_format", Severity.REFUSED,
        "The content is of no format that can be read here ({formats}); convert it, or name the format with --format.",
    )  # fmt: skip
    LINE_TOO_LONG = (
        "line_too_long", Severity.REFUSED,
        "The line has more than {limit} bytes, more than any article may have; split the record.",
    )  # fmt: skip
    FILE_TOO_LONG = (
        "file_too_long", Severity.REFUSED,
        "The file has more than {limit} bytes; split it into files of fewer articles.",
    )  # fmt: skip

    # a table
    UNKNOWN_COLUMN = (
        "unknown_column", Severity.REFUSED,
        "Unknown column {column}; the columns are {columns}. Rename it, or take it out.",
    )  # fmt: skip
    DUPLICATE_COLUMN = "duplicate_column", Severity.REFUSED, "The column {column} stands twice; keep one."
    MISSING_COLUMN = (
        "missing_column", Severity.REFUSED,
        "The column {column} is missing; name it in the first line, for example “volume,issue,title,text”.",
    )  # fmt: skip
    BAD_ROW = (
        "bad_row", Severity.REFUSED,
        "The row has {found} cells, the first line {wanted} columns; put quotes around cells that hold “{mark}”.",
    )  # fmt: skip
    BAD_QUOTES = (
        "bad_quotes", Severity.REFUSED,
        "A quotation mark opens a cell here and is not closed ({why}); close it, or double it inside a cell.",
    )  # fmt: skip

    # a WordPress export
    BAD_XML = "bad_xml", Severity.REFUSED, "This is no well-formed XML ({why}); export it again, or mend the place."
    FORBIDDEN_XML = (
        "forbidden_xml", Severity.REFUSED,
        "The file declares {what}; no WordPress export does, and none is ever expanded. Remove the declaration.",
    )  # fmt: skip
    NO_EXPORT = (
        "no_export", Severity.REFUSED,
        "This XML is no WordPress export: it has no <channel> with <item>s; export the posts with WordPress' own tool.",
    )  # fmt: skip
    LEFT_OUT = (
        "left_out", Severity.NOTE,
        "Items of kind {kind} are no posts: {count} were left out, the first of them here; nothing is to be done.",
    )  # fmt: skip

    # a line of JSON
    BAD_JSON = "bad_json", Severity.REFUSED, "The line is not valid JSON ({why}); write one JSON object a line."
    NOT_AN_OBJECT = (
        "not_an_object",
        Severity.REFUSED,
        'The line holds {found} instead of an object such as {{"volume": 5}}.',
    )
    UNKNOWN_KEY = "unknown_key", Severity.REFUSED, "Unknown key {key}; the keys are {keys}."
    DUPLICATE_KEY = "duplicate_key", Severity.REFUSED, "The key {key} stands twice; keep one."
    WRONG_TYPE = "wrong_type", Severity.REFUSED, "The value of {key} is {found}; it must be {wanted}."
    WRONG_VALUE = "wrong_value", Severity.REFUSED, "The value of {key} cannot be taken: {why}"

    # header and text
    NO_HEADER = (
        "no_header", Severity.REFUSED,
        "No header names volume and issue; start with a line such as “Publication: Name Volume: 5 Issue: 107”.",
    )  # fmt: skip
    BAD_HEADER = "bad_header", Severity.REFUSED, "The header “{header}” is refused: {why}; correct the line."
    CONTRADICTING_HEADER = (
        "contradicting_header", Severity.REFUSED,
        "The header states {fact} twice with different values, {one} and {other}; keep the right one.",
    )  # fmt: skip
    TITLE_TOO_LONG = (
        "title_too_long", Severity.REFUSED,
        "{length} characters stand where a title of at most {limit} may stand; put the header before the text.",
    )  # fmt: skip
    NO_TEXT = (
        "no_text",
        Severity.REFUSED,
        "There is no text here; add the article's text, or remove the header or title.",
    )
    BAD_TEXT = "bad_text", Severity.REFUSED, "{why}"
    BAD_DATE = (
        "bad_date", Severity.NOTE,
        "The date “{words}” gives no day: {why}; set the issue's date in the admin once it is known.",
    )  # fmt: skip

    # the record against what is stored
    NO_PUBLICATION = (
        "no_publication", Severity.REFUSED,
        "No publication is named; name it in the record, or give --publication SLUG.",
    )  # fmt: skip
    OTHER_PUBLICATION = (
        "other_publication", Severity.REFUSED,
        "The record names {named}, but --publication is {wanted}; import it by itself, or add the name to its aliases.",
    )  # fmt: skip
    NO_VOLUME = "no_volume", Severity.REFUSED, "The volume is missing; it is never guessed. Add it to the record."
    NO_ISSUE = "no_issue", Severity.REFUSED, "The issue number is missing; it is never guessed. Add it to the record."
    POSITION_TAKEN = (
        "position_taken", Severity.REFUSED,
        "Position {position} of this issue is given to {other} as well; give each article a position of its own.",
    )  # fmt: skip
    NOT_STORABLE = "not_storable", Severity.REFUSED, "The database refuses the record: {why}"
    ISSUE_DATE_DIFFERS = (
        "issue_date_differs", Severity.CONFLICT,
        "The record dates the issue {given}, stored is {stored}; set the date in the admin, or correct the record.",
    )  # fmt: skip
    TEXT_DIFFERS = (
        "text_differs", Severity.CONFLICT,
        "The text differs from that of {article}; if the new one is right, correct the stored one in the admin.",
    )  # fmt: skip
    FIELD_DIFFERS = (
        "field_differs", Severity.CONFLICT,
        "{fields} differ from those of {article}; change the article in the admin, or correct the record.",
    )  # fmt: skip
    DUPLICATE = (
        "duplicate", Severity.CONFLICT,
        "This is {article} again, which {other} gave already; keep one of the two records.",
    )  # fmt: skip

    def says(self, **facts: object) -> str:
        """The sentence with its facts."""
        return self.sentence.format(**facts)
