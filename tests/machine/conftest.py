"""The pages that the machine fills in: one of each type, live, in a village with its editor."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import Client
from wagtail.admin.views.pages.edit import EditView
from wagtail.blocks.base import BlockField
from wagtail.models import Collection, Page

from tests import factories
from tests.dorp import Dorp, maak_dorp
from tests.formulier import bewerk_url, paginatypen

from .inzending import Velden, inzending, lijf


@dataclass
class Machine:
    """A hand that sends forms, each in a savepoint of its own."""

    dorp: Dorp
    paginas: dict[type[Page], Page]
    clients: dict[type[Page], Client] = field(default_factory=dict)
    velden: dict[type[Page], Velden] = field(default_factory=dict)

    @contextmanager
    def stuur(self, model: type[Page], velden: Velden, *, vanzelf: bool) -> Iterator[HttpResponse]:
        """Send this as the editor's form, by autosave or by the button that submits; undone afterwards."""
        accept = "application/json" if vanzelf else "text/html"
        knop = {} if vanzelf else {"action-submit": ["1"]}
        with transaction.atomic(), niets_tekenen():
            yield self.clients[model].post(
                bewerk_url(self.paginas[model]),
                lijf(velden | knop),
                content_type="application/x-www-form-urlencoded",
                headers={"accept": accept},
            )
            transaction.set_rollback(True)


@contextmanager
def niets_tekenen() -> Iterator[None]:
    """Leave out the drawing of the admin's pages, but not the values in the form: what counts is what becomes of those."""
    with (
        patch.object(SimpleTemplateResponse, "rendered_content", ""),
        patch.object(EditView, "render_partials", lambda self: ""),
        patch.object(EditView, "get_context_data", lambda self, **kwargs: {"getoond": getoond(self.form)}),
    ):
        yield


def getoond(form: BaseForm) -> dict[str, Any]:
    """What the form shows in each field after an error, in the rows below it too."""
    waarden = {
        form.add_prefix(veld.name): veld.field.block.get_form_state(veld.value())
        if isinstance(veld.field, BlockField)
        else veld.field.widget.format_value(veld.value())
        for veld in form
    }
    for formset in getattr(form, "formsets", {}).values():
        for rij in formset.forms:
            waarden |= getoond(rij)
    return waarden


def waar(antwoord: HttpResponse) -> str:
    """Where a view went wrong, in one line."""
    _, fout, spoor = antwoord.exc_info or (None, None, None)
    plek = traceback.extract_tb(spoor)[-1] if spoor else None
    return f"{str(fout)[:120]} ({plek and plek.filename}:{plek and plek.lineno})"


@pytest.fixture(scope="module")
def machine(django_db_setup, django_db_blocker) -> Iterator[Machine]:
    with django_db_blocker.unblock(), transaction.atomic(), factories.zonder_taken():
        yield _maak()
        transaction.set_rollback(True)


def _maak() -> Machine:
    dorp = maak_dorp()
    factories.drie_themas()
    onder = {pagina.specific_class: pagina for pagina in dorp.beesd.get_children()}
    paginas = {pagina.specific_class: pagina.specific for pagina in (dorp.home, dorp.beesd, *onder.values())}
    for fabriek in (
        factories.AgendaItemPageFactory,
        factories.ProjectPageFactory,
        factories.OproepPageFactory,
        factories.InformatiePageFactory,
    ):
        model = fabriek._meta.model
        ouder = next(p for p in paginas.values() if model.can_create_at(p))
        paginas[model] = fabriek(parent=ouder, title=f"{model.__name__} van Beesd")
    assert set(paginas) == set(paginatypen())
    redacteur = dorp.gebruikers["redactie-beesd"]
    eigen = Collection.objects.get(name="Beesd")
    factories.ImageFactory(collection=eigen)
    factories.DocumentFactory(collection=eigen)
    machine = Machine(dorp, paginas)
    for model, pagina in paginas.items():
        user = (
            redacteur
            if pagina.permissions_for_user(redacteur).can_edit()
            else dorp.gebruikers["communicatie"]
        )
        machine.clients[model] = Client(raise_request_exception=False)
        machine.clients[model].force_login(user)
        machine.velden[model] = inzending(pagina, user)
    return machine
