"""A new sheet in the place of the one that was given back to be changed (docs/adr/0053)."""

from inwoners.models import Sleutel
from meedoen.keuzes import Stand
from meedoen.models import Reactie


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
