"""What every page needs: base page, pictures and documents, users, themes, the municipality's details."""

from core.goedkeuring.register import Goedkeuring, GoedkeuringTaskState
from core.goedkeuring.taak import GoedkeuringTask
from core.inhoudsversie import Inhoudsversie
from core.rem import Teller

from .bestand import BloeiDocument, BloeiImage, BloeiRendition
from .foto import FotoMixin
from .instellingen import GemeenteInstellingen
from .lijst import LijstPage
from .locatie import PuntMixin
from .pagina import BasePage
from .plek import Plek, herbouw_plekken
from .thema import Thema
from .user import User

__all__ = [
    "BasePage",
    "BloeiDocument",
    "BloeiImage",
    "BloeiRendition",
    "FotoMixin",
    "GemeenteInstellingen",
    "Goedkeuring",
    "GoedkeuringTask",
    "GoedkeuringTaskState",
    "Inhoudsversie",
    "LijstPage",
    "Plek",
    "PuntMixin",
    "Teller",
    "Thema",
    "User",
    "herbouw_plekken",
]
