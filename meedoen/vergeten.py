"""Letting go of who said something: by their own wish, or because its term is over. Totals stay true."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from core.inhoudsversie import verhoog_inhoudsversie
from inwoners.models import Inwoner
from meedoen.keuzes import OPENBAAR, Soort, Stand
from meedoen.models import Besluit, Melding, Reactie
from meedoen.namen import INWONER, kernen, naam_met_kern
from meedoen.stappen import vast

ONBEVESTIGD = timedelta(hours=48)
INGETROKKEN = timedelta(days=30)
GEWEIGERDE_TEKST = timedelta(days=183)
BESLUITEN = timedelta(days=730)


def naam_weg(pk: int, *, tekst_ook: bool = False) -> None:
    """Cut a placed reaction loose from who wrote it. `tekst_ook`: its words go as well, and the row only counts."""
    with vast(pk) as reactie:
        if reactie.stand not in OPENBAAR:
            return
        if reactie.stand == Stand.GEPLAATST:
            kern = dict(kernen()).get(reactie.kern) if reactie.inwoner else None
            reactie.naam_getoond = f"{INWONER} van {kern}" if kern else INWONER
            reactie.inwoner, reactie.agenda_item, reactie.stand = None, None, Stand.GEANONIMISEERD
        if tekst_ook:
            zonder_woorden(reactie)
            # What they wrote to ask for a second look is theirs as well.
            reactie.besluiten.filter(besluit=Soort.BEZWAAR).update(toelichting="")
        reactie.save()
        verhoog_inhoudsversie()


def hernoem(inwoner: Inwoner, *, gekozen: bool = False) -> None:
    """A name is shown in another way: with what stands there already, too. `gekozen`: they said themselves how, so it holds
    for all they sent, also for what they ticked nothing for on paper.
    """
    if gekozen:
        Reactie.objects.filter(inwoner=inwoner).update(naam_erbij=True, naam_openbaar=inwoner.naam_openbaar)
    for pk in Reactie.objects.filter(inwoner=inwoner, stand=Stand.GEPLAATST).values_list("pk", flat=True):
        with vast(pk) as reactie:
            nieuw = naam_met_kern(reactie)
            if reactie.stand == Stand.GEPLAATST and reactie.naam_getoond != nieuw:
                reactie.naam_getoond = nieuw
                reactie.save(update_fields=["naam_getoond"])
                verhoog_inhoudsversie()


def zonder_woorden(reactie: Reactie) -> None:
    """Choices from a list say nothing of somebody; words do."""
    reactie.titel = reactie.tekst = ""
    reactie.antwoorden = {vraag: a for vraag, a in reactie.antwoorden.items() if isinstance(a, list)}


def melder_weg(email: str, tot: datetime) -> None:
    """Of what somebody reported until then nothing says any more who did."""
    Melding.objects.filter(email__iexact=email, op__lte=tot).update(naam="", email="", toelichting="")


def ruim_op(nu: datetime) -> None:
    """Whatever is past its term. May be asked at any moment, and again."""
    Reactie.objects.nooit_bevestigd(nu - ONBEVESTIGD).delete()
    Reactie.objects.filter(stand=Stand.INGETROKKEN, gemaakt_op__lte=nu - INGETROKKEN).delete()
    geweigerd = Reactie.objects.filter(stand__in=[Stand.AFGEWEZEN, Stand.VERBORGEN])
    geweigerd.filter(besloten_op__lte=nu - BESLUITEN).delete()
    geweigerd.filter(besloten_op__lte=nu - GEWEIGERDE_TEKST).update(titel="", tekst="", antwoorden={})
    # Whoever was asked to change it and never did: from that day on it counts as not placed.
    blijft_liggen, dag = Reactie.objects.filter(stand=Stand.AANPASSEN), timezone.localdate(nu)
    blijft_liggen.filter(aanpassen_voor__lte=dag - BESLUITEN).delete()
    te_oud = blijft_liggen.filter(aanpassen_voor__lte=dag - GEWEIGERDE_TEKST)
    te_oud.update(titel="", tekst="", antwoorden={})
    Besluit.objects.filter(op__lte=nu - BESLUITEN, reactie__stand__in=OPENBAAR).delete()
    _ruim_namen_op(nu)


def ruim_meldingen_op(nu: datetime) -> None:
    """Who reported something is known until half a year after the decision."""
    besloten = Melding.objects.filter(besluit__op__lte=nu - GEWEIGERDE_TEKST)
    besloten.exclude(naam="", email="").update(naam="", email="")
    Melding.objects.filter(besluit__op__lte=nu - BESLUITEN).delete()


def _ruim_namen_op(nu: datetime) -> None:
    """A year after people should have heard what came of it, nobody needs to know any more who said it."""
    dag = timezone.localdate(nu) - timedelta(days=settings.NAAM_BIJ_REACTIE_DAGEN)
    op_tijd = Q(stand=Stand.GEPLAATST, oproep__terugkoppeling_uiterlijk__lt=dag, inwoner__isnull=False)
    for pk in Reactie.objects.filter(op_tijd).order_by("pk").values_list("pk", flat=True):
        naam_weg(pk)
