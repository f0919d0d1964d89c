"""What an administrator does with the messages to a channel; each is written down in the history of the site."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from volgen.models import Kanaal, Stand, Webhook, Wijziging
from volgen.webhooks import handtekening

STANDEN = (Stand.AAN, Stand.UIT)
LOGREGEL = "volgen.webhook"
# So long messages are signed with the old secret too, for who has to take over the new one.
OUD_GELDT_NOG = timedelta(hours=24)
# So long a page with the button may stand open: shorter than an old seed is known, so that none comes back.
KNOP_GELDIG = timedelta(hours=1)
ZOUT = "volgen.webhooks.knop"


class TeOud(Exception):
    """The button was of a page that stood open for too long, or another secret was made after it."""


def knop(kanaal: Kanaal, user) -> str:
    """What the button to make a secret holds: the seed of the one that it will make. So pressed twice, or its answer
    loaded again, it makes one, and shows the same."""
    return signing.dumps([kanaal.pk, user.pk, handtekening.nieuw_zaad()], salt=ZOUT)


def druk_knop(kanaal: Kanaal, user, waarde: str) -> str:
    """The secret of this button. Raises TeOud."""
    try:
        van, door, zaad = signing.loads(waarde, salt=ZOUT, max_age=KNOP_GELDIG)
    except signing.BadSignature as fout:
        raise TeOud from fout
    if (van, door) != (kanaal.pk, user.pk):
        raise TeOud
    return maak_geheim(kanaal, user, zaad)


@transaction.atomic
def maak_geheim(kanaal: Kanaal, user, zaad: str) -> str:
    """The secret of this seed, for who made it to see. The first one begins the messages, with what changes from now on."""
    nu = timezone.now()
    begin = {"zaad": zaad, "nummer": Wijziging.objects.laatste(), "volgende_poging": nu}
    webhook, nieuw = Webhook.objects.select_for_update().get_or_create(kanaal=kanaal, defaults=begin)
    if not nieuw:
        if webhook.zaad == zaad:
            return handtekening.geheim(zaad)
        if any(zaad == oud for oud, _ in webhook.vorige):
            raise TeOud
        geldig = set(webhook.zaden(nu))
        nog = [(oud, tot) for oud, tot in webhook.vorige if oud in geldig]
        webhook.vorige = [*nog, (webhook.zaad, (nu + OUD_GELDT_NOG).isoformat())]
        webhook.zaad = zaad
        webhook.save(update_fields=["vorige", "zaad"])
    _schrijf_op(kanaal, user, "nieuw geheim")
    return handtekening.geheim(zaad)


def zet(kanaal: Kanaal, stand: str, user) -> None:
    """On: where it stopped, at once. Twice is once."""
    nieuw: dict[str, object] = {"stand": stand}
    if stand == Stand.AAN:
        nieuw |= {"pogingen": 0, "faalt_sinds": None, "volgende_poging": timezone.now()}
    if _webhook(kanaal).exclude(stand=stand).update(**nieuw):
        _schrijf_op(kanaal, user, stand)


def stuur_opnieuw(kanaal: Kanaal, vanaf: int, user) -> bool:
    """Send again what was sent, from this line of the log. False for a number that wasn't reached yet."""
    if (
        not _webhook(kanaal)
        .filter(nummer__gte=vanaf)
        .update(nummer=vanaf - 1, volgende_poging=timezone.now())
    ):
        return False
    _schrijf_op(kanaal, user, f"opnieuw vanaf {vanaf}")
    return True


def _webhook(kanaal: Kanaal) -> QuerySet[Webhook]:
    return Webhook.objects.filter(kanaal=kanaal)


def _schrijf_op(kanaal: Kanaal, user, wat: str) -> None:
    log(instance=kanaal, action=LOGREGEL, user=user, data={"wat": wat})
