"""Calendars: read back by icalendar, right across the change of the clock, UID stable, SEQUENCE growing."""

from datetime import date

import pytest
from icalendar import Calendar
from wagtail.models import Locale

from kernpagina.keuzes import AgendaStatus
from kernpagina.models import AgendaItemPage
from tests import factories
from tests.talen.vertaler import vertaal


def lees(client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Type"] == "text/calendar; charset=utf-8"
    kalender = Calendar.from_ical(antwoord.content)
    assert not kalender.errors
    return kalender


@pytest.fixture
def maak(agenda):
    def _maak(begin, einde=None, **velden):
        eind = factories.moment(einde) if einde else None
        return factories.AgendaItemPageFactory(
            parent=agenda, begin=factories.moment(begin), einde=eind, **velden
        )

    return _maak


def test_een_kalender_van_alles_en_van_een_kern(client, maak, beesd, time_machine):
    time_machine.move_to("2999-05-20 12:00 +0200")
    maak("2999-06-01 20:00", title="Feest; met, leestekens\nen een regel")
    for adres, naam in (("/agenda.ics", "Agenda Bloei!"), ("/beesd/agenda.ics", "Agenda Beesd")):
        kalender = lees(client, adres)
        (afspraak,) = kalender.events
        assert kalender["NAME"] == kalender["X-WR-CALNAME"] == naam
        assert kalender["REFRESH-INTERVAL"].dt.total_seconds() == 3600
        assert kalender["VERSION"] == "2.0"
        # It belongs to an invitation, and would ask for an ORGANIZER.
        assert "METHOD" not in kalender
        assert [zone["TZID"] for zone in kalender.timezones] == ["Europe/Amsterdam"]
        assert afspraak["SUMMARY"].startswith("Feest; met, leestekens")
        assert afspraak["URL"].startswith("http://testserver/beesd/agenda/")
        assert {"UID", "DTSTAMP", "SEQUENCE", "STATUS"} <= set(afspraak)


NAAR = "Thee, koffie; \\ \\n \\, en:\r\n\r\n“Ĳsbrand”\t🎉 " + "Łódź-ünïcøde🧑‍🌾" * 30


def test_elke_tekst_komt_heel_aan(client, maak, themas):
    """Written by us, read by a library: every sign, folded between letters, in lines of 75 octets at most."""
    item = maak(
        "2999-06-01 20:00", "2999-06-01 22:00", title=NAAR[:200], samenvatting=NAAR, toelichting=NAAR[:200], locatie=NAAR[:100],
        organisator=NAAR[:100], adres="Kerkstraat 1, Beesd", breedtegraad=51.8897, lengtegraad=5.1919,
        online_link="https://example.org/a;b,c?d=e",
    )  # fmt: skip
    item.themas.add(themas[2], themas[0])
    factories.publiceer(item)
    rauw = client.get("/beesd/agenda.ics").content
    assert rauw.endswith(b"END:VCALENDAR\r\n")
    assert all(
        len(regel) <= 75 and regel.decode() == regel.decode().strip("\r\n") for regel in rauw.split(b"\r\n")
    )
    kalender = lees(client, "/beesd/agenda.ics")
    assert Calendar.from_ical(kalender.to_ical()) == kalender
    (afspraak,) = kalender.events
    assert afspraak["SUMMARY"] == item.title.replace("\r\n", "\n")
    assert NAAR.replace("\r\n", "\n") in afspraak["DESCRIPTION"]
    assert afspraak["LOCATION"] == f"{item.locatie}, Kerkstraat 1, Beesd".replace("\r\n", "\n")
    assert afspraak["CONTACT"] == item.organisator.replace("\r\n", "\n")
    assert afspraak["CATEGORIES"].cats == ["Wonen", "Sport, cultuur en recreatie"]
    assert afspraak["GEO"].to_ical() == "51.8897;5.1919"
    assert afspraak["CONFERENCE"] == item.online_link
    assert f"Doe online mee: {item.online_link}\n" in afspraak["DESCRIPTION"]
    assert afspraak["CONFERENCE"].params["LABEL"] == "Doe online mee"
    assert afspraak["DTSTAMP"].dt == afspraak["LAST-MODIFIED"].dt


@pytest.mark.parametrize(
    ("begin", "einde"),
    [
        ("2027-03-27 20:00", "2027-03-28 10:00"),  # summer time begins in between
        ("2027-10-30 20:00", "2027-10-31 10:00"),  # and ends
        ("2027-03-28 19:30", "2027-03-28 21:30"),
        ("2027-10-31 19:30", "2027-10-31 21:30"),
    ],
)
def test_de_klok_gaat_vooruit_en_achteruit(client, maak, begin, einde):
    maak(begin, einde)
    (afspraak,) = lees(client, "/beesd/agenda.ics").events
    for eigenschap, tekst in (("DTSTART", begin), ("DTEND", einde)):
        moment = afspraak[eigenschap].dt
        assert afspraak[eigenschap].params["TZID"] == "Europe/Amsterdam"
        assert moment.strftime("%Y-%m-%d %H:%M") == tekst
        assert moment == factories.moment(tekst)


def test_hele_dagen_zijn_datums(client, maak):
    maak("2027-03-28", "2027-03-29", hele_dag=True)
    (afspraak,) = lees(client, "/beesd/agenda.ics").events
    assert (afspraak["DTSTART"].dt, afspraak["DTEND"].dt) == (date(2027, 3, 28), date(2027, 3, 30))


def test_uid_blijft_en_sequence_groeit(client, maak):
    item = maak("2999-06-01 20:00")
    gezien = []
    for titel in ("Eerst", "Dan", "Daarna"):
        item.title = titel
        item = factories.publiceer(item)
        (afspraak,) = lees(client, "/beesd/agenda.ics").events
        gezien.append((afspraak["UID"], afspraak["SEQUENCE"]))
    item.slug = "heel-anders"
    factories.publiceer(factories.depubliceer(item))
    (afspraak,) = lees(client, "/beesd/agenda.ics").events
    gezien.append((afspraak["UID"], afspraak["SEQUENCE"]))
    assert len({uid for uid, _ in gezien}) == 1
    nummers = [nummer for _, nummer in gezien]
    assert nummers == sorted(set(nummers))


def test_sequence_groeit_ook_waar_alleen_het_nederlands_verandert(client, maak):
    """A translation shows a new date or state at once, without a revision of its own."""
    item = maak("2999-06-01 20:00", title="Avond")
    Locale.objects.get_or_create(language_code="en")
    vertaal(item, "en")
    eerst, dan = [], []
    for gezien, status in ((eerst, AgendaStatus.GEPLAND), (dan, AgendaStatus.GEANNULEERD)):
        item = AgendaItemPage.objects.get(pk=item.pk)
        item.status, item.toelichting = status, "De zaal is dicht."
        factories.publiceer(item)
        for adres in ("/beesd/agenda.ics", "/en/beesd/agenda.ics"):
            (afspraak,) = lees(client, adres).events
            gezien.append((afspraak["SEQUENCE"], afspraak["LAST-MODIFIED"].dt, afspraak["STATUS"]))
    for (nummer, moment, status), (later_nummer, later, nieuwe_status) in zip(eerst, dan, strict=True):
        assert (status, nieuwe_status) == ("CONFIRMED", "CANCELLED")
        assert later_nummer > nummer
        assert later >= moment
    assert client.get("/en/beesd/agenda.ics").content.decode().count("SUMMARY:Cancelled: en: Avond") == 1


def test_een_adres_met_vreemde_letters(client, maak):
    """A slug may hold any letter; headers and URI's may not."""
    maak("2999-06-01 20:00", title="Café", slug="café-ŻÓŁĆ")
    (afspraak,) = lees(client, "/beesd/agenda.ics").events
    assert afspraak["URL"].endswith("/agenda/caf%C3%A9-%C5%BB%C3%93%C5%81%C4%86/")
    (item,) = client.get("/api/v1/agenda-items").json()["resultaten"]
    assert item["url"] == afspraak["URL"]
    een = client.get(item["icsUrl"].removeprefix("http://testserver"))
    assert een.status_code == 200
    assert een.headers["Content-Disposition"].startswith("inline; filename*=utf-8''caf%C3%A9")
    assert "caf%C3%A9" in client.get("/sitemap.xml").content.decode()


def test_tekens_die_niemand_ziet(client, maak):
    """Text pasted from a slide brings vertical tabs; XML can't hold them, and calendars stumble over them."""
    maak("2999-06-01 20:00", title="Feest\x0bmet z'n allen", samenvatting="Kom\x0bgerust\x1f")
    (afspraak,) = lees(client, "/beesd/agenda.ics").events
    assert afspraak["SUMMARY"] == "Feest met z'n allen"
    assert afspraak["DESCRIPTION"].startswith("Kom gerust")
    factories.publiceer(AgendaItemPage.objects.get())
    assert "Feest met z'n allen" in client.get("/nieuw.xml").content.decode()


def test_wat_niet_doorgaat_is_afgelast(client, maak):
    velden = {"title": "Feest", "status": AgendaStatus.GEANNULEERD, "toelichting": "De zaal is dicht."}
    factories.publiceer(maak("2999-06-01 20:00", online_link="https://a.example/", **velden))
    (afspraak,) = lees(client, "/beesd/agenda.ics").events
    assert afspraak["STATUS"] == "CANCELLED"
    assert "Doe online mee" not in afspraak.to_ical().decode()
    assert afspraak["SUMMARY"] == "Gaat niet door: Feest"
    assert afspraak["DESCRIPTION"].startswith("Gaat niet door: De zaal is dicht.")
    assert "<title>Gaat niet door: Feest</title>" in client.get("/beesd/nieuw.xml").content.decode()


def test_wat_nog_bezig_is_staat_overal(client, maak, time_machine):
    """An exhibition of years, and one that closed before the year that calendars go back."""
    time_machine.move_to("2026-06-15 12:00 +0200")
    maak("2024-01-01 10:00", "2026-06-15 17:00", title="Expositie")
    maak("2023-01-01 10:00", "2025-06-14 17:00", title="Voorbij")
    for adres in ("/agenda.ics", "/beesd/agenda.ics"):
        assert [afspraak["SUMMARY"] for afspraak in lees(client, adres).events] == ["Expositie"]
    for adres in (
        "/beesd/",
        "/beesd/agenda/",
        "/agenda/",
        "/insluiten/beesd/agenda",
        "/beesd/scherm/",
        "/beesd/agenda/maand.txt",
    ):
        antwoord = client.get(adres).content.decode()
        assert ("Expositie" in antwoord, "Voorbij" in antwoord) == (True, False), adres
    assert [item["titel"] for item in client.get("/api/v1/agenda-items").json()["resultaten"]] == [
        "Expositie"
    ]


def test_een_kader_en_het_scherm_zeggen_wat_er_veranderd_is(client, maak):
    maak("2999-06-01 20:00", status=AgendaStatus.GEWIJZIGD, toelichting="In de kerk.")
    maak("2999-06-02 20:00", status=AgendaStatus.GEANNULEERD, toelichting="De zaal is dicht.")
    for adres in ("/insluiten/beesd/agenda", "/beesd/scherm/"):
        antwoord = client.get(adres).content.decode()
        for woord in ("Gewijzigd", "In de kerk.", "Gaat niet door", "De zaal is dicht."):
            assert woord in antwoord, (adres, woord)


def test_een_thema(client, maak, themas):
    item = maak("2999-06-01 20:00", title="Over wonen")
    item.themas.add(themas[0])
    factories.publiceer(item)
    maak("2999-06-02 20:00")
    assert [a["SUMMARY"] for a in lees(client, f"/beesd/agenda.ics?thema={themas[0].slug}").events] == [
        "Over wonen"
    ]
    assert len(lees(client, "/beesd/agenda.ics").events) == 2


def test_een_afspraak(client, maak):
    item = maak("2999-06-01 20:00", title="Feest")
    (afspraak,) = lees(client, "/beesd/agenda/feest/afspraak.ics").events
    assert afspraak["UID"] == str(item.translation_key)
    assert "/beesd/agenda/feest/afspraak.ics" in client.get("/beesd/agenda/feest/").content.decode()
    assert client.get("/beesd/agenda/nergens/afspraak.ics").status_code == 404
    assert client.get("/nergens/agenda.ics").status_code == 404


def test_de_knoppen_staan_op_de_pagina(client, maak):
    pagina = client.get("/beesd/agenda/").content.decode()
    assert 'href="webcal://testserver/beesd/agenda.ics"' in pagina
    assert "Zet in mijn agenda" in pagina
    kern = client.get("/beesd/").content.decode()
    assert "Volg Beesd" in kern
    assert 'href="/beesd/agenda.ics">http://testserver/beesd/agenda.ics</a>' in kern
    assert (
        '<link rel="alternate" type="application/atom+xml" title="Bloei! Beesd" href="/beesd/nieuw.xml">'
        in kern
    )


@pytest.mark.parametrize("pad", ["/", "/agenda/"])
def test_ook_alle_kernen_samen_zijn_te_volgen(client, maak, pad):
    pagina = client.get(pad).content.decode()
    assert 'href="webcal://testserver/agenda.ics"' in pagina
    # Of a computer on which nothing happens then.
    assert 'href="/agenda.ics"' in pagina
    assert '<link rel="alternate" type="application/atom+xml" title="Bloei!" href="/nieuw.xml">' in pagina
