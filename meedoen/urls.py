"""The addresses of taking part. Those of a call come before Wagtail's, and give back what isn't theirs."""

from django.urls import path

from meedoen import views
from meedoen.aanmelden import views as aanmelden

urlpatterns = [
    path("reactie/bevestigen/<str:geheim>/", views.bevestigen, name="reactie-bevestigen"),
    path("reactie/<int:pk>/melden/", views.melden, name="reactie-melden"),
    path("reactie/gemeld/", views.gemeld, name="reactie-gemeld"),
    path("reactie/mijn/<str:geheim>/", views.mijn_reactie, name="reactie"),
    path("aanmelding/bevestigen/<str:geheim>/", aanmelden.bevestigen, name="aanmelding-bevestigen"),
    path("aanmelding/mijn/<str:geheim>/", aanmelden.mijn_aanmelding, name="aanmelding"),
    path("<path:pad>/aanmelden/", aanmelden.aanmelden, name="aanmelden"),
    path("<path:pad>/aanmelden/verstuurd/", aanmelden.verstuurd, name="aanmelden-verstuurd"),
    path("<path:pad>/reageer/", views.reageer, name="reageer"),
    path("<path:pad>/reageer/verstuurd/", views.verstuurd, name="reageer-verstuurd"),
]
