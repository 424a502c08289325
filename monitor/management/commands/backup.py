import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from tqdm import tqdm

from monitor.backups.database import BackupTrouble, Database
from monitor.backups.writing import write_file, write_stream


class Command(BaseCommand):
    help = "Writes the whole database, as of this moment, to one file that `restore` reads; the site may go on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the file to write, or - for the standard output")
        parser.add_argument("--replace", action="store_true", help="put the new backup in the place of an older FILE")

    def handle(self, *, file: str, replace: bool, **options: Any) -> None:
        began = time.monotonic()
        try:
            database = Database.of(connection)
            size = self.to_stream(database) if file == "-" else self.to_file(database, Path(file), replace)
        except BackupTrouble as error:
            raise CommandError(str(error)) from error
        seconds = time.monotonic() - began
        self.stderr.write(f"{file}: {size}database {database.name}, PostgreSQL {database.version}, {seconds:.1f} s")

    def to_stream(self, database: Database) -> str:
        if sys.stdout.isatty():
            raise CommandError("A backup is no text for a terminal: send it on with > FILE or a pipe.")
        write_stream(database, sys.stdout.fileno())
        return ""

    def to_file(self, database: Database, path: Path, replace: bool) -> str:
        with tqdm(unit="B", unit_scale=True, desc=path.name, leave=False, disable=not sys.stderr.isatty()) as bar:
            size = write_file(database, path, replace=replace, watch=lambda grown: bar.update(grown - bar.n))
        return f"{size:,} bytes, "
