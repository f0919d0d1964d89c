"""The coordinate reference system of points: there is one, and an answer says which."""

from functools import wraps
from typing import Literal

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, Field

from api.fouten import probleem
from core.voorwaardelijk import View

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


class MetCrs(BaseModel):
    """The parameter of everything that has points in its answer."""

    crs: Literal[CRS84] = Field(  # ty: ignore[invalid-type-form]
        CRS84, description="Het coördinatenstelsel van het antwoord. Er is er één: CRS84."
    )


def in_crs84(view: View) -> View:
    """Say that coordinates are CRS84, and refuse who asks for another system in a header."""

    @wraps(view)
    def view_in_crs84(request: HttpRequest, **kwargs) -> HttpResponse:
        if request.headers.get("Accept-Crs", CRS84).strip().strip("<>") != CRS84:
            return probleem(request, 406, f"Coördinaten zijn er alleen in {CRS84}.")
        response = view(request, **kwargs)
        if response.status_code == 200:
            response.headers["Content-Crs"] = f"<{CRS84}>"
        return response

    return view_in_crs84
