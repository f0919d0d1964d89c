"""One reaction in the place of another: of who writes again, and of who was asked to change it on paper (docs/adr/0053)."""

from django.utils.translation import gettext as _

from core.goedkeuring.besluiten import KanNiet
from core.inhoudsversie import verhoog_inhoudsversie
from inwoners.models import Inwoner, Sleutel
from meedoen.keuzes import MEESTE_IDEEEN, Stand
from meedoen.models import Reactie
from meedoen.soorten import meeste_per_inwoner, nieuwere_van


class Vervangen(KanNiet):
    """What they wrote after it takes part already, whichever button was pressed first."""


def maak_plaats(reactie: Reactie, inwoner: Inwoner) -> bool:
    """One reaction a resident: the last one they wrote takes the place of the others; whether there was one. Of ideas
    there may be three. Raises Vervangen, and KanNiet with what to do."""
    eerdere = list(Reactie.objects.al_mee(reactie.oproep_id, inwoner.pk).select_for_update())
    meeste = meeste_per_inwoner(reactie.oproep)
    if meeste == 1 and nieuwere_van(reactie, inwoner.pk).exists():
        raise Vervangen
    if len(eerdere) < meeste:
        bezet = {eerder.volgnummer for eerder in eerdere}
        reactie.volgnummer = next(nr for nr in range(1, MEESTE_IDEEEN + 1) if nr not in bezet)
        return False
    if meeste > 1:
        raise KanNiet(
            _(
                "Je hebt al %(meeste)s ideeën gestuurd voor deze oproep, en meer kan niet. Trek er eerst een in: de knop "
                "staat in de mail die je daarover kreeg."
            )
            % {"meeste": meeste}
        )
    for eerder in eerdere:
        neem_terug(eerder)
    return True


def neem_terug(reactie: Reactie) -> None:
    was_openbaar = reactie.openbaar
    laat_vorige_los(reactie)
    reactie.stand, reactie.tekst, reactie.titel, reactie.antwoorden = Stand.INGETROKKEN, "", "", {}
    reactie.save()
    if was_openbaar:
        verhoog_inhoudsversie()


def neemt_de_plaats_in(nieuw: Reactie, oud: Reactie, email: str) -> None:
    """The old one is kept as it was until somebody read the new one: who typed it may still take that back."""
    oud.stand = Stand.INGETROKKEN
    oud.save(update_fields=["stand"])
    sleutels = Sleutel.objects.filter(waarvoor=f"tafel:{oud.pk}")
    if email:
        sleutels.delete()
    else:
        # The button in the mail about the first sheet is about this one from now on.
        sleutels.update(waarvoor=f"tafel:{nieuw.pk}")


def geeft_de_plaats_terug(nieuw: Reactie) -> None:
    """It was taken back: its writer is asked again to change what they handed in first."""
    oud = Reactie.objects.select_for_update(of=("self",)).filter(pk=nieuw.vervangt_id).first()
    if oud is None or oud.stand != Stand.INGETROKKEN:
        return
    oud.stand = Stand.AANPASSEN
    oud.save(update_fields=["stand"])
    Sleutel.objects.filter(waarvoor=f"tafel:{nieuw.pk}").update(waarvoor=f"tafel:{oud.pk}")


def laat_vorige_los(reactie: Reactie) -> None:
    """What it took the place of doesn't come back any more: its words go, as of all that was taken back."""
    if reactie.vervangt_id:
        vorige = Reactie.objects.filter(pk=reactie.vervangt_id, stand=Stand.INGETROKKEN)
        vorige.update(titel="", tekst="", antwoorden={})
        reactie.vervangt = None
        reactie.save(update_fields=["vervangt"])
