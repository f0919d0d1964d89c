"""Where Wagtail asks us something; each line here calls a function that answers."""

from django.conf import settings
from django.urls import include, path
from wagtail import hooks

from oefenen import views
from oefenen.panels import TakenPanel


@hooks.register("register_admin_urls")
def adressen():
    return [path("oefenen/", include(([path("post/", views.post, name="post")], "oefenen")))]


@hooks.register("construct_homepage_panels")
def voorpagina(request, panels) -> None:
    if settings.OEFEN:
        panels.append(TakenPanel())
