"""What leaves the admin as a file: a spreadsheet sees text in it, never a formula."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from core.models import User
from tests.dorp import agenda_item, dien_in

FORMULES = ["=1+1", "+1", "-1", "@SUM(A1)"]
LIJSTEN = [
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailredirects:index",
    "werkplek:doorlooptijd",
    "vertaalrapport",
]


@pytest.fixture
def vol(dorp, client):
    """A page, a title that waits, a kern, a redirect and a name that begin like a formula."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    User.objects.update(first_name="=1+1", last_name="")
    agenda_item(dorp.agenda, "=1+1", live=True, eigenaar=redacteur)
    Page.objects.filter(pk=dorp.beesd.pk).update(title="@SUM(A1)")
    for nummer, formule in enumerate(FORMULES):
        dien_in(
            agenda_item(dorp.agenda, formule, live=False, eigenaar=redacteur, slug=f"f{nummer}"), redacteur
        )
    Redirect.objects.create(old_path="/x", redirect_link="=1+1")
    Page.objects.filter(title="+1").update(locked=True, locked_by=redacteur, locked_at="2026-01-01T00:00Z")
    client.force_login(dorp.gebruikers["beheer"])
    return client


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_no_cell_is_a_formula(vol, lijst: str) -> None:
    antwoord = vol.get(reverse(lijst), {"export": "csv"})
    cellen = [cel for rij in csv.reader(io.StringIO(antwoord.getvalue().decode())) for cel in rij]
    assert [cel for cel in cellen if cel.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert [cel for cel in cellen if cel.startswith(("'=", "'+", "'-", "'@"))]


def test_a_workbook_takes_every_text(vol) -> None:
    Page.objects.filter(title="=1+1").update(title="=1+1\x0b", draft_title="=1+1\x0b")
    antwoord = vol.get(reverse("wagtailadmin_reports:aging_pages"), {"export": "xlsx"})
    blad = load_workbook(io.BytesIO(antwoord.getvalue())).active
    cellen = {cel.value: cel.data_type for rij in blad.iter_rows() for cel in rij}
    assert cellen["=1+1 "] == "s"
