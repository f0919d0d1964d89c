"""The addresses of taking part. Those of a call come before Wagtail's, and give back what isn't theirs."""

from django.urls import path

from meedoen import views

urlpatterns = [
    path("reactie/bevestigen/<str:geheim>/", views.bevestigen, name="reactie-bevestigen"),
    path("reactie/<int:pk>/melden/", views.melden, name="reactie-melden"),
    path("reactie/gemeld/", views.gemeld, name="reactie-gemeld"),
    path("reactie/mijn/<str:geheim>/", views.mijn_reactie, name="reactie"),
    path("<path:pad>/reageer/", views.reageer, name="reageer"),
    path("<path:pad>/reageer/verstuurd/", views.verstuurd, name="reageer-verstuurd"),
]
