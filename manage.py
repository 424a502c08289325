#!/usr/bin/env python
"""Django's command-line utility for administrative tasks."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db.utils import OperationalError


def main() -> None:
    """Run a command; where the database is away that is one message, and the trace only where it is asked for."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monitor.settings")
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"The database does not do what was asked: {str(error).strip()}\nDATABASE_URL names it, if it is set.")


if __name__ == "__main__":
    main()
