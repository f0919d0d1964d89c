"""What an administrator does with the messages to a channel; each is written down in the history of the site."""

from datetime import timedelta

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


@transaction.atomic
def maak_geheim(kanaal: Kanaal, user) -> str:
    """A new secret, to be shown once. The first one begins the messages, with what changes from now on."""
    nu = timezone.now()
    zaad = handtekening.nieuw_zaad()
    begin = {"zaad": zaad, "nummer": Wijziging.objects.laatste(), "volgende_poging": nu}
    webhook, nieuw = Webhook.objects.select_for_update().get_or_create(kanaal=kanaal, defaults=begin)
    if not nieuw:
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
