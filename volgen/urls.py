"""The addresses of following by mail. Those below a page come before Wagtail's, and give back what isn't theirs."""

from django.urls import path

from volgen import nieuwsbrief, volgpaginas

urlpatterns = [
    path("volg/", volgpaginas.volg_alles, name="volg"),
    path("volg/gestuurd/", volgpaginas.gestuurd, name="volg-gestuurd"),
    path("volg/thema/<slug:slug>/", volgpaginas.volg_thema, name="volg-thema"),
    path("volg/bevestigen/<str:geheim>/", volgpaginas.bevestigen, name="volg-bevestigen"),
    path("volg/stop/<str:wat>/", volgpaginas.stop, name="volg-stop"),
    path("<slug:kern>/nieuwsbrief/", nieuwsbrief.lijst, name="nieuwsbrieven"),
    path("<slug:kern>/nieuwsbrief/<str:dag>/", nieuwsbrief.editie, name="nieuwsbrief"),
    path("<pagina:pad>/volg/", volgpaginas.volg_pagina, name="volg-pagina"),
]
