"""Django looks for this module by the name of its package (`ENGINE`)."""

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
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
