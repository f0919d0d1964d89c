"""Addresses of the API. Whatever else is asked below /api/ is a problem+json too."""

from django.urls import path, re_path

from api import views
from api.api import api
from api.concept import concept
from api.versie import BASIS

basis = BASIS.lstrip("/")

urlpatterns = [
    path(basis, views.begin, name="api-begin"),
    path(f"{basis}/concept/<str:sleutel>", concept, name="concept"),
    path(f"{basis}/openapi.json", views.openapi, name="openapi"),
    path(f"{basis}/docs", views.documentatie, name="api-documentatie"),
    path(f"{basis}/", views.onbekend),
    path(f"{basis}/", api.urls),
    re_path(r"^api(/.*)?$", views.onbekend),
]
