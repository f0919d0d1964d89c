"""The addresses in the admin of what goes to who follows something, and its place in the menu of reports."""

from django.urls import path
from wagtail import hooks

from werkplek import edities, menu, voorwoorden

NIEUWSBRIEVEN = [
    path("edities/", edities.lijst, name="edities"),
    path("nieuwsbrief/<int:kern_id>/", voorwoorden.schrijf, name="voorwoord"),
    path("voorwoord/<int:voorwoord_id>/", voorwoorden.lees, name="voorwoord_lezen"),
]

hooks.register("register_reports_menu_item", menu.edities_item)
