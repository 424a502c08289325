"""A run carried on by a process of its own: whoever asked for it does not wait, and may close the page."""

import subprocess
import sys
import threading

from django.conf import settings

from articles.models import ImportRun


def start(run: ImportRun, *, dry_run: bool) -> None:
    """Look at the run, or apply it, in the background: `import_articles --run ID`. A run at work refuses the second."""
    look = ["--dry-run"] if dry_run else []
    process = subprocess.Popen(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "import_articles", "--run", str(run.pk), *look],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # outlives the web worker
    )
    threading.Thread(target=process.wait, daemon=True).start()  # so that it leaves no zombie
