"""The addresses of taking part. Those of a call come before Wagtail's, and give back what isn't theirs."""

from django.urls import path

from meedoen import views
from meedoen.aanmelden import views as aanmelden
from meedoen.uitdagen import views as uitdagen
from meedoen.vraag_stellen import views as vraag

urlpatterns = [
    path("reactie/bevestigen/<str:geheim>/", views.bevestigen, name="reactie-bevestigen"),
    path("reactie/klopt/<str:geheim>/", views.klopt, name="reactie-klopt"),
    path("reactie/<int:pk>/melden/", views.melden, name="reactie-melden"),
    path("reactie/gemeld/", views.gemeld, name="reactie-gemeld"),
    path("reactie/mijn/<str:geheim>/", views.mijn_reactie, name="reactie"),
    path("aanmelding/bevestigen/<str:geheim>/", aanmelden.bevestigen, name="aanmelding-bevestigen"),
    path("aanmelding/mijn/<str:geheim>/", aanmelden.mijn_aanmelding, name="aanmelding"),
    path("aanmelding/klopt/<str:geheim>/", aanmelden.klopt, name="aanmelding-klopt"),
    path("<pagina:pad>/aanmelden/", aanmelden.aanmelden, name="aanmelden"),
    path("<pagina:pad>/aanmelden/verstuurd/", aanmelden.verstuurd, name="aanmelden-verstuurd"),
    path("uitdaging/bevestigen/<str:geheim>/", uitdagen.bevestigen, name="uitdaging-bevestigen"),
    path("uitdaging/klopt/<str:geheim>/", uitdagen.klopt, name="uitdaging-klopt"),
    path("<pagina:pad>/uitdagen/", uitdagen.uitdagen, name="uitdagen"),
    path("<pagina:pad>/uitdagen/verstuurd/", uitdagen.verstuurd, name="uitdagen-verstuurd"),
    path("vraag/bevestigen/<str:geheim>/", vraag.bevestigen, name="vraag-bevestigen"),
    path("<pagina:pad>/vraag/", vraag.stel, name="vraag"),
    path("<pagina:pad>/vraag/<uuid:punt>/", vraag.stel, name="vraag-over-punt"),
    path("<pagina:pad>/vraag/verstuurd/", vraag.verstuurd, name="vraag-verstuurd"),
    path("<pagina:pad>/reageer/", views.reageer, name="reageer"),
    path("<pagina:pad>/reageer/verstuurd/", views.verstuurd, name="reageer-verstuurd"),
]
