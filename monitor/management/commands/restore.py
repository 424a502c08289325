import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from monitor.backups.database import BackupTrouble, Database
from monitor.backups.restoring import contents, restore, tables_in_the_way


class Command(BaseCommand):
    help = "Brings a backup into an empty database, in one transaction; killed at any moment, nothing has changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="what `backup` has written")
        parser.add_argument(
            "--replace", action="store_true", help="delete all that the database holds, after a question"
        )
        parser.add_argument(
            "--confirm", metavar="NAME", help="with --replace: the database's name, instead of the question"
        )

    def handle(self, *, file: Path, replace: bool, confirm: str | None, **options: Any) -> None:
        try:
            database = Database.of(connection)
            contents(database, file)
            full = self.may_be_emptied(database, replace, confirm)
            connection.close()
            restore(database, file, empty_first=full)
        except BackupTrouble as error:
            raise CommandError(str(error)) from error
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        self.stdout.write(f"{file} is restored into {database.name} (PostgreSQL {database.version}).")
        self.say_what_next()

    def may_be_emptied(self, database: Database, replace: bool, confirm: str | None) -> bool:
        """Whether there is something to delete, which somebody has agreed to."""
        tables = tables_in_the_way(connection)
        if not tables:
            return False
        if not replace:
            raise BackupTrouble(
                f"The database {database.name} is not empty ({tables} tables and sequences); nothing was changed. "
                "Name an empty one in DATABASE_URL or MONITOR_DATA_DIR, or say --replace to delete all that it holds."
            )
        if (confirm if confirm is not None else self.asked(database, tables)) != database.name:
            raise BackupTrouble(f"That is not its name ({database.name}); nothing was changed.")
        return True

    def asked(self, database: Database, tables: int) -> str:
        if not sys.stdin.isatty():
            raise BackupTrouble(
                f"There is nobody to ask: say --replace --confirm {database.name}. Nothing was changed."
            )
        self.stdout.write(f"This deletes {tables} tables and sequences of the database {database.name} for good.")
        return input("Type its name to go on: ").strip()

    def say_what_next(self) -> None:
        """Compare the migrations of code and backup; say what to run."""
        executor = MigrationExecutor(connection)
        unknown = executor.loader.applied_migrations.keys() - executor.loader.disk_migrations.keys()
        if unknown:
            self.stdout.write(
                f"The backup is newer than this code: it knows {', '.join(sorted('.'.join(pair) for pair in unknown))}."
            )
            self.stdout.write("Next: bring the code to the version that made the backup, or later.")
            return
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        first = "manage.py migrate, " if missing else ""
        self.stdout.write(f"Next: {first}manage.py sync_roles, manage.py verify. Everybody has to log in again.")
