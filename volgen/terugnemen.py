"""Taking back what was written and didn't go yet: about a page that isn't public any more, or for who stopped."""

from django.db.models import QuerySet

from berichten.models import Bericht
from core.talen.taal import BRONTAAL
from volgen.models import Editie, Levering


def zwijg_over(pagina: int, taal: str) -> None:
    """This page isn't public any more (in this language): no edition shows its words, and no mail that waits tells them.

    In the transaction in which it goes, under the lock of the version: whoever writes mail holds that too.
    """
    edities = list(Editie.objects.over(pagina))
    for editie in edities:
        if taal == BRONTAAL:
            editie.inhoud = [stuk for stuk in editie.inhoud if stuk["pagina"] != pagina]
        for stuk in editie.inhoud:
            if stuk["pagina"] == pagina:
                stuk["teksten"].pop(taal, None)
        editie.save(update_fields=["inhoud"])
    if edities:
        neem_terug(Levering.objects.filter(editie__in=[editie.pk for editie in edities]))


def neem_terug(leveringen: QuerySet[Levering]) -> None:
    """The mails of these that can still be stopped are taken out of the outbox: they are written anew, or not at all.

    One that is being sent at this moment is waited for, and counts as sent.
    """
    wacht = Bericht.objects.filter(verzonden_op=None, mislukt_op=None)
    wacht = wacht.filter(pk__in=leveringen.exclude(bericht=None).values("bericht"))
    vast = list(wacht.order_by("pk").select_for_update().values_list("pk", flat=True))
    Bericht.objects.filter(pk__in=vast).delete()
