"""A reaction that wasn't placed, or was taken off again; and the second look at that, by somebody else."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from core.goedkeuring.besluiten import KanNiet, eis
from core.goedkeuring.rollen import is_communicatie
from core.inhoudsversie import verhoog_inhoudsversie
from meedoen import post
from meedoen.keuzes import Soort, Stand
from meedoen.models import Besluit, Melding, Reactie
from meedoen.stappen import leg_vast, plaats_nu, vast
from meedoen.vergeten import zonder_woorden


def mag_vragen(reactie: Reactie) -> bool:
    """Whether its writer may object: once to each decision that nobody looked at again."""
    besluit = laatste_weigering(reactie)
    return besluit is not None and not gevraagd(besluit)


def laatste_weigering(reactie: Reactie) -> Besluit | None:
    if reactie.stand not in (Stand.AFGEWEZEN, Stand.VERBORGEN):
        return None
    weigeringen = reactie.besluiten.filter(besluit__in=[Soort.AFGEWEZEN, Soort.VERBORGEN])
    return weigeringen.order_by("-op", "-pk").first()


def gevraagd(besluit: Besluit) -> bool:
    return besluit.reactie.besluiten.filter(
        besluit__in=[Soort.BEZWAAR, Soort.HERZIEN, Soort.GEHANDHAAFD], op__gte=besluit.op
    ).exists()


def wacht_op_tweede_blik(reactie: Reactie) -> Besluit | None:
    """The decision that has to be looked at again; None when nobody asked, or it was done."""
    weigering = laatste_weigering(reactie)
    if weigering is None or hasattr(weigering, "herzien_door"):
        return None
    na = reactie.besluiten.filter(besluit=Soort.BEZWAAR, op__gte=weigering.op)
    return weigering if na.exists() else None


def wanneer_gevraagd(reactie: Reactie) -> datetime | None:
    """When its writer asked for the second look that it waits for."""
    if (weigering := wacht_op_tweede_blik(reactie)) is None:
        return None
    gevraagd_op = reactie.besluiten.filter(besluit=Soort.BEZWAAR, op__gte=weigering.op).order_by("op")
    return gevraagd_op.values_list("op", flat=True).first()


def vraag(pk: int, toelichting: str) -> None:
    """Its writer asks for a second look; pressed twice, it's one question."""
    with vast(pk) as reactie:
        if reactie.stand not in (Stand.AFGEWEZEN, Stand.VERBORGEN):
            raise KanNiet(_("Over deze reactie is niets om opnieuw naar te kijken."))
        if mag_vragen(reactie):
            eis(toelichting, "Schrijf op waarom iemand om een tweede blik vraagt.")
            leg_vast(reactie, Soort.BEZWAAR, None, toelichting=toelichting)


def kijk_opnieuw(pk: int, user, *, plaatsen: bool, toelichting: str) -> None:
    """A second look, by another than who decided first. Raises PermissionDenied, and KanNiet for who comes too late."""
    with vast(pk) as reactie:
        weigering = wacht_op_tweede_blik(reactie)
        if weigering is None:
            raise KanNiet("Hier is al opnieuw naar gekeken.")
        if not is_communicatie(user) or user.pk in (weigering.door_id, reactie.ingevoerd_door_id):
            raise PermissionDenied
        if not plaatsen:
            eis(toelichting, "Leg uit waarom.")
        besluit = leg_vast(
            reactie,
            Soort.HERZIEN if plaatsen else Soort.GEHANDHAAFD,
            user,
            toelichting=toelichting,
            herziet=weigering,
            eerder_door=weigering.door,
        )
        if plaatsen:
            plaats_nu(reactie, user)
        post.herzien(reactie, besluit)


def verberg(pk: int, user, reden: str, toelichting: str = "") -> None:
    """Take a placed reaction off; its writer hears, and who reported it. Raises PermissionDenied, KanNiet.

    Reported or not: what was placed wrongly needn't wait for somebody to see it. Unasked, it isn't who placed it.
    """
    with vast(pk) as reactie:
        _eis_geplaatst(reactie, user)
        gemeld, plaatser = is_gemeld(reactie), reactie.gezien_door
        if not gemeld and not mag_verbergen(reactie, user):
            raise PermissionDenied
        eis(reden, "Kies een reden.")
        if reactie.stand == Stand.GEANONIMISEERD:
            # There is nobody left who could ask for a second look: its words go for good, and it only counts.
            zonder_woorden(reactie)
        else:
            reactie.stand = Stand.VERBORGEN
        reactie.besloten_op = timezone.now()
        reactie.save()
        verhoog_inhoudsversie()
        # The database itself holds these two apart.
        eerder = None if gemeld else plaatser
        besluit = leg_vast(reactie, Soort.VERBORGEN, user, reden, toelichting, eerder_door=eerder)
        post.niet_geplaatst(reactie, besluit, gemeld=gemeld)
        _zeg_het(reactie, besluit)


def laat_staan(pk: int, user, toelichting: str = "") -> None:
    """It stays, whatever was reported; who reported it hears."""
    with vast(pk) as reactie:
        _eis_geplaatst(reactie, user)
        if not is_gemeld(reactie):
            raise KanNiet("Hierover is al besloten.")
        _zeg_het(reactie, leg_vast(reactie, Soort.BLIJFT, user, toelichting=toelichting))


def is_gemeld(reactie: Reactie) -> bool:
    """Reported, with nothing decided yet."""
    return reactie.meldingen.filter(besluit=None).exists()


def mag_verbergen(reactie: Reactie, user) -> bool:
    """Whether they may take it off without a report: another than who placed it, or entered it."""
    return reactie.openbaar and user.pk not in (reactie.gezien_door_id, reactie.ingevoerd_door_id)


def _eis_geplaatst(reactie: Reactie, user) -> None:
    if not is_communicatie(user) or reactie.ingevoerd_door_id == user.pk:
        raise PermissionDenied
    if not reactie.openbaar:
        raise KanNiet("Hierover is al besloten.")


def _zeg_het(reactie: Reactie, besluit: Besluit) -> None:
    meldingen = list(Melding.objects.filter(reactie=reactie, besluit=None).select_related("reactie__oproep"))
    for melding in meldingen:
        melding.besluit = besluit
        melding.save(update_fields=["besluit"])
        post.melding_besloten(melding, besluit)
