"""The addresses of our own screens in the admin."""

from django.urls import path

from werkplek import (
    aanmeldingen,
    brieven,
    inlogboek,
    mensen,
    namen,
    rapport,
    reacties,
    register,
    rollenrapport,
    uitdagingen,
    views,
)
from werkplek.afspraken_urls import ADRESSEN as AFSPRAKEN
from werkplek.bijeenkomst import bijeenkomst
from werkplek.handleiding import handleiding
from werkplek.herhalen import herhalen
from werkplek.inbreng import inbreng
from werkplek.invoer import invoeren
from werkplek.koppelen import koppelen
from werkplek.latere import ook_latere
from werkplek.nieuwsbrief_adressen import NIEUWSBRIEVEN
from werkplek.samen import samen
from werkplek.spoed import spoed
from werkplek.veranderd import veranderd
from werkplek.vertrekscherm import stopt
from werkplek.vragen import beantwoord, vragen

ADRESSEN = [
    path("handleiding/", handleiding, name="handleiding"),
    path("handleiding/<slug:hoofdstuk>/", handleiding, name="handleiding"),
    path("pagina/<int:page_id>/intrekken/", views.vraag_intrekking, name="intrekken"),
    path("pagina/<int:page_id>/spoed/", spoed, name="spoed"),
    path("pagina/<int:page_id>/veranderd/", veranderd, name="veranderd"),
    path("pagina/<int:page_id>/terughalen/", views.terughalen, name="terughalen"),
    path("intrekverzoek/<int:verzoek_id>/", views.besluit, name="besluit"),
    path("reacties/", reacties.wachtrij, name="reacties"),
    path("reacties/<int:reactie_id>/", reacties.lees, name="reactie"),
    path("pagina/<int:page_id>/invoeren/", invoeren, name="invoeren"),
    path("brieven/", brieven.brieven, name="brieven"),
    path("brieven/brieven.pdf", brieven.brieven_pdf, name="brieven_pdf"),
    path("uitdagingen/", uitdagingen.uitdagingen, name="uitdagingen"),
    path("vragen/", vragen, name="vragen"),
    path("vragen/<int:vraag_id>/", beantwoord, name="vraag"),
    *NIEUWSBRIEVEN,
    path("pagina/<int:page_id>/koppelen/", koppelen, name="koppelen"),
    *AFSPRAKEN,
    path("pagina/<int:page_id>/herhalen/", herhalen, name="herhalen"),
    path("pagina/<int:page_id>/latere/", ook_latere, name="latere"),
    path("pagina/<int:page_id>/inbreng/", inbreng, name="inbreng"),
    path("bijeenkomst/<int:page_id>/", bijeenkomst, name="bijeenkomst"),
    path("samen/", samen, name="samen"),
    path("pagina/<int:page_id>/aanmeldingen/", aanmeldingen.aanmeldingen, name="aanmeldingen"),
    path("pagina/<int:page_id>/presentielijst.pdf", aanmeldingen.presentielijst_pdf, name="presentielijst"),
    path("leesadvies/", views.leesadvies, name="leesadvies"),
    path("sessie/", views.sessie, name="sessie"),
    path("rapporten/doorlooptijd/", rapport.DoorlooptijdView.as_view(), name="doorlooptijd"),
    path(
        "rapporten/doorlooptijd/resultaten/",
        rapport.DoorlooptijdView.as_view(results_only=True),
        name="doorlooptijd_resultaten",
    ),
    path("mensen/", mensen.mensen, name="mensen"),
    path("mensen/<int:uitnodiging_id>/opnieuw/", mensen.opnieuw, name="uitnodiging_opnieuw"),
    path("mensen/<int:uitnodiging_id>/intrekken/", mensen.intrekken, name="uitnodiging_intrekken"),
    path("mensen/<int:user_id>/stopt/", stopt, name="stopt"),
    path("rapporten/rollen/", rollenrapport.RollenView.as_view(), name="rollen"),
    path(
        "rapporten/rollen/resultaten/",
        rollenrapport.RollenView.as_view(results_only=True),
        name="rollen_resultaten",
    ),
    path("namen/", namen.namen, name="namen"),
    path("rapporten/inloggen/", inlogboek.InlogboekView.as_view(), name="inlogboek"),
    path(
        "rapporten/inloggen/resultaten/",
        inlogboek.InlogboekView.as_view(results_only=True),
        name="inlogboek_resultaten",
    ),
    path("rapporten/verwerkingen/", register.RegisterView.as_view(), name="register"),
    path(
        "rapporten/verwerkingen/resultaten/",
        register.RegisterView.as_view(results_only=True),
        name="register_resultaten",
    ),
]
