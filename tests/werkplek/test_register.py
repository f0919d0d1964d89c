"""The register of processing, for the privacy officer."""

from django.urls import reverse

from core.privacy import verwerkingen


def test_the_register_is_shown_and_exported(beheer):
    adres = reverse("werkplek:register")
    assert "Meedoen met je eigen naam" in beheer.get(adres).content.decode()
    antwoord = beheer.get(adres, {"export": "csv"})
    regels = b"".join(antwoord.streaming_content).decode().splitlines()
    assert regels[0].startswith("Doel,Grondslag,Over wie")
    assert len(regels) == len(verwerkingen()) + 1
    assert any("inwoners.Adres" in regel for regel in regels)


def test_not_for_editors(dorp, client):
    client.force_login(dorp.gebruikers["redactie-beesd"])
    assert client.get(reverse("werkplek:register")).status_code in (302, 403)
