import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict
from tqdm import tqdm

from articles.api.resource import Resource
from articles.api.shape import shape_of
from articles.exports.rows import Viewer
from articles.exports.streaming import Export
from articles.filters import ParametersRefused, filtered
from articles.paging.page import wanted
from articles.snapshot import snapshot
from monitor.api import RESOURCES

SHAPING = ("ordering", "fields", "omit")


class Command(BaseCommand):
    help = "Writes all rows of a resource that the filters leave, in the API's words: CSV, JSON Lines or GeoJSON."

    def add_arguments(self, parser: CommandParser) -> None:
        resources = parser.add_subparsers(dest="resource", required=True, metavar="RESOURCE")
        for name, view in RESOURCES.items():
            add_options(resources.add_parser(name, help=f"the API's {name}"), view)

    def handle(self, *, resource: str, **options: Any) -> None:
        try:
            export = export_of(RESOURCES[resource], options)
        except ParametersRefused as refused:
            said = "; ".join(f"--{error.parameter}: {error.message}" for error in refused.errors)
            raise CommandError(said, returncode=2) from refused
        with snapshot():
            if options["out"]:
                with options["out"].open("wb") as out:
                    out.writelines(shown(export.parts()))
            else:
                self.print(export.parts())

    def print(self, parts: Iterator[bytes]) -> None:
        """As text, line ends untouched."""
        for part in parts:
            self.stdout.write(part.decode(), ending="")


def add_options(parser: CommandParser, view: type[Resource]) -> None:
    forms = [renderer.format for renderer in view.streamed]
    parser.add_argument("--format", dest="form", choices=forms, default=forms[0], help=f"{forms[0]} unless given")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write; standard output if left out")
    parser.add_argument("--as", dest="user", metavar="USER", help="what that user sees; the public's rows if left out")
    parser.add_argument("--base", default="", metavar="URL", help="what stands before addresses: https://example.org")
    for name, parameter in view.filterset_class.base_filters.items():
        add_parameter(parser, name, parameter.help)
    add_parameter(parser, "ordering", "; ".join(ordering.name for ordering in view.filterset_class.orderings))
    add_parameter(parser, "fields", "only these, parted by commas")
    add_parameter(parser, "omit", "all but these, parted by commas")


def add_parameter(parser: CommandParser, name: str, words: str) -> None:
    option = f"--{name.replace('_', '-')}"
    parser.add_argument(
        option, dest=f"of_{name}", action="append", metavar="VALUE", default=[], help=words.replace("%", "%%")
    )


def export_of(view: type[Resource], options: dict[str, Any]) -> Export:
    """What the options ask for, read as the API reads the same query string. Raises ParametersRefused."""
    listed, query = view.filterset_class, query_of(options)
    viewer = Viewer(user_named(options["user"]), options["base"].rstrip("/"))
    rows = filtered(query, view.visible_to(viewer.user), listed, user=viewer.user, also=SHAPING)
    shape = shape_of(query, view.rows.fields, ())
    form = next(renderer.form for renderer in view.streamed if renderer.format == options["form"])
    return Export(view.rows, wanted(query, listed).ordering.sorted(rows), viewer, shape.fields, form)


def query_of(options: dict[str, Any]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in options.items():
        if name.startswith("of_") and values:
            query.setlist(name.removeprefix("of_"), values)
    return query


def user_named(name: str | None) -> User | None:
    if not name:
        return None
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        raise CommandError(f"There is no active user {name}: name one, or leave --as out for the public's rows.")
    return user


def shown(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The parts, with the bytes so far on a terminal."""
    with tqdm(unit="B", unit_scale=True, disable=not sys.stderr.isatty()) as progress:
        for part in parts:
            progress.update(len(part))
            yield part
