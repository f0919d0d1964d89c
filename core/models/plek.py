from django.db import connection, models
from wagtail.models import Page


class Plek(models.Model):
    """Where a page stands in the tree, and whether it is public, decided when that changes and not when it is asked.

    Only the database writes here (`core/migrations/0008_plek.py`), in the transaction of the change and whoever makes it:
    triggers on pages, restrictions, sites and languages. `core.openbaar` says what public is, and is what others ask.
    """

    pagina = models.OneToOneField(
        Page, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="plek"
    )
    openbaar = models.BooleanField()
    taal = models.CharField(max_length=100)
    # The pages at these depths (core/boom.py) above it, or it itself; nothing for what stands higher.
    voorpagina = models.ForeignKey(
        Page, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    kern = models.ForeignKey(
        Page, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "plek"
        verbose_name_plural = "plekken"
        default_permissions = ()
        indexes = [
            models.Index(fields=["kern", "pagina"], condition=models.Q(openbaar=True), name="plek_in_kern"),
            models.Index(fields=["taal", "pagina"], condition=models.Q(openbaar=True), name="plek_openbaar"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {'openbaar' if self.openbaar else 'niet openbaar'}"


def herbouw_plekken() -> None:
    """Decide it anew for every page. Whoever publishes meanwhile waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_plek_herbouw()")
