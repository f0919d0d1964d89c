"""Who follows a village of the demo, and its newsletter of last Thursday. The worker mails it, to the folder of the demo."""

from itertools import groupby

from django.utils import timezone

from core.models import User
from demo.bouwers.kernen import zoek_kern
from demo.inhoud import DORPEN
from inwoners.mensen import zorg_voor_adres
from inwoners.models import Adres
from kernpagina.models import KernPage
from volgen.edities import donderdag
from volgen.models import Abonnement, Editie, EditieStand, Levering, Ritme, Staat, Volgt, Voorwoord, Wijziging
from volgen.samenstellen import Stuk, stel_samen
from volgen.voorwoorden import volgende_dag

# One for each language; addresses at which nobody can live.
VOLGERS = {
    "nl": "volger@voorbeeld.example",
    "en": "reader@voorbeeld.example",
    "pl": "czytelnik@voorbeeld.example",
}
PER_DEEL = 3
VOORWOORD = (
    "Wat een opkomst vorige week, dank jullie wel. De koffie was sneller op dan de ideeën. "
    "Kom ook naar de volgende avond: er is nog plek."
)
WACHT = "Zaterdag snoeien we de linde bij de kerk. Neem je eigen handschoenen mee, wij zorgen voor soep."


def bouw_volgers() -> None:
    """For the first village, of which there is most to tell."""
    kern = _kern()
    nu = timezone.now()
    dag, tot = donderdag(nu), Wijziging.objects.laatste()
    editie = Editie.objects.create(
        volgt=Volgt.KERN,
        pagina=kern.pk,
        ritme=Ritme.WEEK,
        dag=dag,
        van=0,
        tot=tot,
        inhoud=_van_alles_wat(stel_samen(Volgt.KERN, kern.pk, None, 0, tot, timezone.localdate(nu), dag)),
        voorwoord=VOORWOORD,
        stand=EditieStand.VERZENDEN,
    )
    for taal, email in VOLGERS.items():
        volger = Abonnement.objects.create(
            adres=zorg_voor_adres(email, taal),
            volgt=Volgt.KERN,
            pagina_id=kern.pk,
            stand=Staat.ACTIEF,
            taal=taal,
            bevestigd_op=nu,
            toestemming="Ja, in het voorbeeld.",
            vanaf=tot,
        )
        Levering.objects.create(editie=editie, abonnement=volger)
    schrijver = User.objects.filter(username="redactie-beesd").first()
    Voorwoord.objects.create(kern=kern.pk, dag=volgende_dag(nu), tekst=WACHT, geschreven_door=schrijver)


def ruim_volgers_op() -> None:
    """Before their village goes."""
    Adres.objects.filter(email__in=VOLGERS.values()).delete()
    kern = _kern()
    Editie.objects.filter(volgt=Volgt.KERN, pagina=kern.pk).delete()
    Voorwoord.objects.filter(kern=kern.pk).delete()


def _van_alles_wat(inhoud: list[Stuk]) -> list[Stuk]:
    """As much as a week has: all that the village ever published would be a long mail."""
    delen = groupby(inhoud, key=lambda stuk: stuk["deel"])
    return [stuk for _deel, stukken in delen for stuk in list(stukken)[:PER_DEEL]]


def _kern() -> KernPage:
    return zoek_kern(DORPEN[0].slug)
