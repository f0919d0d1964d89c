"""Addresses of the screens about agreements, and of the next version of a kernagenda."""

from django.urls import path

from werkplek import afspraken
from werkplek.volgende_versie import volgende_versie

ADRESSEN = [
    path("afspraken/", afspraken.lijst, name="afspraken"),
    path("pagina/<int:page_id>/volgende-versie/", volgende_versie, name="volgende_versie"),
    path("afspraken/wacht/", afspraken.wachtrij, name="afspraken_wacht"),
    path("afspraken/melding/<int:melding_id>/", afspraken.besluit, name="afspraak_besluit"),
    path("afspraken/<int:page_id>/<uuid:kenmerk>/", afspraken.afspraak, name="afspraak"),
    path(
        "afspraken/<int:page_id>/<uuid:kenmerk>/kernagenda/",
        afspraken.naar_kernagenda,
        name="afspraak_naar_kernagenda",
    ),
]
