"""Addresses of what a resident does without an account."""

from django.urls import path

from home import mijn

urlpatterns = [
    path("mijn/", mijn.mijn, name="mijn"),
    path("mijn/gestuurd/", mijn.gestuurd, name="mijn-gestuurd"),
    path("mijn/doe/", mijn.doe, name="mijn-doe"),
    path("mijn/wissen/", mijn.wissen, name="mijn-wissen"),
    path("mijn/gewist/", mijn.gewist, name="mijn-gewist"),
    path("mijn/uit/", mijn.uit, name="mijn-uit"),
    path("mijn/gegevens.<str:vorm>", mijn.gegevens, name="mijn-gegevens"),
    path("mijn/open/<str:geheim>/", mijn.openen, name="mijn-open"),
]
