"""Whom to telephone or mail about a village."""

from django.utils.translation import gettext as _

from core.models import GemeenteInstellingen
from kernpagina.models import KernPage


def bel(kern: KernPage | None, gemeente: GemeenteInstellingen | None = None) -> dict[str, str]:
    """The go-between of a kern, or else the municipality, whose details a list asks for once and gives along."""
    if kern and (kern.gebiedsmakelaar_telefoon or kern.gebiedsmakelaar_email):
        return {
            "wie": kern.gebiedsmakelaar_naam or _("De gebiedsmakelaar"),
            "telefoon": kern.gebiedsmakelaar_telefoon,
            "email": kern.gebiedsmakelaar_email,
        }
    gemeente = gemeente or GemeenteInstellingen.load()
    return {"wie": gemeente.naam, "telefoon": gemeente.telefoon, "email": gemeente.email}
