"""What every page needs: base page, pictures and documents, users, themes, the municipality's details."""

from .bestand import BloeiDocument, BloeiImage, BloeiRendition
from .instellingen import GemeenteInstellingen
from .locatie import PuntMixin
from .pagina import BasePage
from .thema import Thema
from .user import User

__all__ = [
    "BasePage",
    "BloeiDocument",
    "BloeiImage",
    "BloeiRendition",
    "GemeenteInstellingen",
    "PuntMixin",
    "Thema",
    "User",
]
