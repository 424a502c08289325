import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from events import world
from events.world.topology import drawn


class Command(BaseCommand):
    help = "Draws the outline of the world anew from a TopoJSON file of countries, such as countries-110m.json."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="with the objects “land” and “countries”")
        default = Path(world.__file__).with_name("outline.json")
        parser.add_argument("--to", type=Path, default=default, help="the file to write (default: the site's own)")

    def handle(self, *, file: Path, to: Path, **_: Any) -> None:
        try:
            outline = drawn(json.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError) as problem:
            raise CommandError(f"{file} is no TopoJSON file of land and countries: {problem}", returncode=2) from None
        to.write_text(json.dumps(outline._asdict(), indent=0) + "\n", encoding="utf-8")
        self.stdout.write(f"land {len(outline.land)} characters, borders {len(outline.borders)}")
