"""Django looks for this module by the name of its package (`ENGINE`)."""

from typing import Any

from django.db.backends.postgresql import base

# So many questions stay prepared for each connection. A working day in the admin asks some two hundred; of psycopg's hundred
# each new one put out another, and a third of what PostgreSQL did was planning the same once more.
VOORBEREID = 400


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        verbinding = super().get_new_connection(conn_params)
        verbinding.prepared_max = VOORBEREID
        return verbinding

    def commit(self) -> None:
        """What waits for the commit and has a `vooraf` of its own, does that first, in the transaction itself.

        Django tells of a commit when it is done. What has to be the last of a transaction, and be undone with it, comes here
        (`core.inhoudsversie`). What fails here fails the transaction.
        """
        try:
            self.voor_de_commit()
        except Exception:
            self.rollback()
            raise
        super().commit()

    def voor_de_commit(self) -> None:
        for gesteld in [*self.run_on_commit]:
            if vooraf := getattr(gesteld[1], "vooraf", None):
                vooraf()
