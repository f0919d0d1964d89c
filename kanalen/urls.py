"""Feeds and embeds: addresses beside those of the pages."""

from django.urls import path

from kanalen import feeds, insluiten, nieuwsbrief, rekenblad

urlpatterns = [
    path("agenda.ics", feeds.agenda, name="agenda-ics"),
    path("nieuw.xml", feeds.nieuw, name="nieuw"),
    path("voortgang/<str:wat>.csv", rekenblad.voortgang, name="voortgang-csv"),
    path("afspraken.csv", rekenblad.afspraken, name="afspraken-csv"),
    path("insluiten/<slug:kern>/agenda", insluiten.agenda, name="insluiten-agenda"),
    path("insluiten/<slug:kern>/projecten", insluiten.projecten, name="insluiten-projecten"),
    path("insluiten/<slug:kern>/oproepen", insluiten.oproepen, name="insluiten-oproepen"),
    path("<slug:kern>/agenda.ics", feeds.agenda, name="kern-agenda-ics"),
    path("<slug:kern>/nieuw.xml", feeds.nieuw, name="kern-nieuw"),
    path("<slug:kern>/nieuwsbrief.xml", nieuwsbrief.atom, name="nieuwsbrief-atom"),
    path("<slug:kern>/scherm/", insluiten.scherm, name="scherm"),
    path("<slug:kern>/scherm/vangnet.js", insluiten.scherm_vangnet),
    path("<pagina:pad>/afspraak.ics", feeds.afspraak, name="afspraak"),
]
