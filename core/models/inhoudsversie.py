from django.db import models


class Inhoudsversie(models.Model):
    """One row: how often what the public may read has changed, and when that last was.

    Every answer of the API and the feeds takes its ETag from this row. It lives in the database, so that
    it goes up in the same transaction as the change itself, and is the same for every process.
    """

    nummer = models.BigIntegerField("nummer", default=0)
    gewijzigd = models.DateTimeField("gewijzigd")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "inhoudsversie"
        verbose_name_plural = "inhoudsversies"

    def __str__(self) -> str:
        return str(self.nummer)
