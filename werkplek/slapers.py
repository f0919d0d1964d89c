"""Accounts that nobody uses: after half a year a mail, after a year off. Who comes back is invited anew."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import ModelLogEntry

from berichten.models import Bericht, Soort
from berichten.post import schrijf
from core.goedkeuring.rollen import communicatie_leden
from core.models import User
from werkplek.vertrek import sluit_account

WAARSCHUW, UIT = timedelta(days=183), timedelta(days=365)
# Nobody is switched off who wasn't warned this long before, such as on the day that this is installed.
BEDENKTIJD = timedelta(days=30)


def ronde(nu: datetime) -> None:
    """Warn, and switch off. May be done again at any moment; says nothing twice."""
    laatst = Greatest("last_login", "date_joined")
    slapers = {
        user: vars(user)["laatst"]
        for user in User.objects.annotate(laatst=laatst).filter(is_active=True, laatst__lte=nu - WAARSCHUW)
    }
    sleutels = {user: f"lang-niet:{timezone.localdate(laatst)}" for user, laatst in slapers.items()}
    gewaarschuwd = dict(
        Bericht.objects.filter(
            sleutel__in=[f"{sleutel}:{user.pk}" for user, sleutel in sleutels.items()]
        ).values_list("sleutel", "gemaakt_op")
    )
    for user, sleutel in sleutels.items():
        sinds = gewaarschuwd.get(f"{sleutel}:{user.pk}")
        if sinds is None and user.email:
            uit_op = max(slapers[user] + UIT, nu + BEDENKTIJD)
            schrijf(sleutel, Soort.MENSEN, user, _waarschuwing(uit_op))
        elif slapers[user] <= nu - UIT and (sinds is None or sinds <= nu - BEDENKTIJD):
            _zet_uit(user, nu)


def _waarschuwing(uit_op: datetime) -> dict[str, str]:
    return {
        "onderwerp": "Doe je nog mee met Bloei!?",
        "tekst": f"Je bent al een half jaar niet ingelogd. Doe je nog mee? Log dan één keer in, vóór "
        f"{date_format(timezone.localdate(uit_op), 'j F Y')}. Anders zetten we je account uit. Wat je schreef, blijft "
        "staan.",
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_login"),
    }


@transaction.atomic
def _zet_uit(user: User, nu: datetime) -> None:
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    # Somebody has to be left who can let people in.
    laatste = user.is_superuser and User.objects.filter(is_active=True, is_superuser=True).count() == 1
    uitgezet = ModelLogEntry.objects.for_instance(user).filter(action="bloei.uitgezet")
    # Switched on again by hand, it gets another year.
    weer_aan = uitgezet.filter(timestamp__gt=nu - UIT).exists()
    if laatste or weer_aan or not user.is_active:
        return
    sluit_account(user, None, "een jaar niet ingelogd")
    context = {
        "onderwerp": f"Het account van {user} staat uit",
        "tekst": f"{user} logde een jaar niet in. Daarom staat het account uit. Komt {user} terug? Nodig {user} dan "
        "opnieuw uit:",
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:mensen"),
    }
    for lid in communicatie_leden():
        schrijf(f"account-uit:{user.pk}:{nu:%Y%m%d}", Soort.MENSEN, lid, context)
