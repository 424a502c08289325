"""The engine for `DATABASES`: Django's own for PostgreSQL, joined to the embedded server when it first connects."""

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from monitor.embedded import server


class DatabaseWrapper(base.DatabaseWrapper):
    """Connections to the embedded server of the configuration's `DATA_DIR`, which is started where it does not run."""

    def get_connection_params(self) -> dict[str, Any]:
        """Return what to connect with, once the server runs."""
        return {**super().get_connection_params(), "host": str(self._join())}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; where the server was just dying or starting, once more when it answers."""
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:
            self._join(certain=True)
            self._forget_pool()
            return super().get_new_connection(conn_params)

    def _forget_pool(self) -> None:
        """Give up a pool that has met a dead server: it would wait longer and longer before it tries again."""
        pool = self._connection_pools.pop(self.alias, None)
        if pool:
            pool.close(timeout=0)

    def _join(self, certain: bool = False) -> Path:
        return server.join(self.settings_dict["DATA_DIR"], self.settings_dict["SERVER_SETTINGS"], certain=certain)
