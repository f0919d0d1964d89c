"""The pages that the law wants found: known by their role, whatever their address becomes."""

import pytest
from wagtail.models import Locale, Page

from core.goedkeuring.uitzondering import zonder_goedkeuring
from home.informatie import informatie as stukken
from home.inrichting import zorg_voor_informatie
from home.models import InformatiePage, Rol
from tests import factories
from tests.talen.vertaler import vertaal

VERKLARING = "Hoe toegankelijk is deze site?"


@pytest.fixture
def informatie(home):
    with zonder_goedkeuring("tests"):
        zorg_voor_informatie(home)
    return {pagina.rol: pagina for pagina in InformatiePage.objects.all()}


def voet(client, adres="/"):
    return client.get(adres).content.decode().partition("<footer")[2]


def test_een_ander_adres_en_alles_staat_er_nog(client, informatie):
    assert set(informatie) == set(Rol.values) == {stuk.rol for stuk in stukken()}
    for rol, pagina in informatie.items():
        pagina.slug, pagina.title = f"nieuw-{rol}", f"Heel anders {rol}"
        factories.publiceer(pagina)
    assert VERKLARING in client.get("/nieuw-toegankelijkheid/").content.decode()
    for rol in Rol.values:
        assert f'href="/nieuw-{rol}/"' in voet(client)
    assert (
        "Policy: http://testserver/nieuw-beveiliging/"
        in client.get("/.well-known/security.txt").content.decode()
    )
    assert 'href="/nieuw-contact/"' in client.get("/zoeken/?q=nergenstevinden").content.decode()
    gewoon = factories.InformatiePageFactory(title="Toegankelijkheid")
    assert VERKLARING not in client.get(gewoon.url).content.decode()


def test_ook_in_een_andere_taal(client, informatie):
    Locale.objects.get_or_create(language_code="en")
    vertaal(informatie["toegankelijkheid"], "en")
    pagina = InformatiePage.objects.get(pk=informatie["toegankelijkheid"].pk)
    pagina.slug = "verklaring"
    factories.publiceer(pagina)
    assert 'href="/en/verklaring/"' in voet(client, "/en/")
    assert "en: " in client.get("/en/verklaring/").content.decode()
    assert (
        client.get("/en/verklaring/").content.decode().count("<dt>")
        == client.get("/verklaring/").content.decode().count("<dt>")
        > 0
    )


def test_een_oudere_versie_en_een_kopie_veranderen_de_rol_niet(informatie):
    """A version from before there were roles says nothing about it; a copy is another page."""
    pagina = informatie["privacy"]
    versie = pagina.save_revision()
    del versie.content["rol"]
    versie.save()
    with zonder_goedkeuring("tests"):
        versie.as_object().save_revision().publish()
        kopie = pagina.copy(update_attrs={"slug": "kopie", "title": "Kopie"})
    assert InformatiePage.objects.get(pk=pagina.pk).rol == "privacy"
    assert InformatiePage.objects.get(pk=kopie.pk).rol == ""


def test_wat_er_al_was_wordt_herkend(home, informatie):
    """Once, by its slug; after that by its role."""
    InformatiePage.objects.update(rol="")
    aantal = Page.objects.count()
    with zonder_goedkeuring("tests"):
        assert len(zorg_voor_informatie(home)) == len(stukken())
        InformatiePage.objects.filter(rol="privacy").update(slug="anders")
        assert zorg_voor_informatie(home) == []
    assert Page.objects.count() == aantal
