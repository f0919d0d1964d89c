from django.db import models
from django.db.models import Func, Value

from search.woorden import MET, ZONDER


class Woord(models.Model):
    """A word that stands, or stood, in a page of this language: to know what somebody may have meant.

    Written with the index of a page (`search/zoekindex.py`), and never taken away by it: whoever proposes a word asks first
    whether a public page has it.
    """

    taal = models.CharField(max_length=100, db_collation="C")
    woord = models.CharField(max_length=60, db_collation="C")
    # The same from the end to the beginning: what a word in Dutch is, stands at its end.
    achterom = models.CharField(max_length=60, db_collation="C")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "woord"
        verbose_name_plural = "woorden"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["taal", "woord"], name="een_woord_per_taal")]
        indexes = [
            models.Index(fields=["taal", "achterom"], name="woord_achterom"),
            models.Index(
                "taal",
                Func("woord", Value(MET), Value(ZONDER), function="translate"),
                name="woord_zonder_tekens",
            ),
        ]

    def __str__(self) -> str:
        return self.woord
