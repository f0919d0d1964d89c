"""Terms: what is forgotten by itself, a day before, on the day and a day after."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from core import privacy
from core.models import User
from inwoners import houders
from inwoners.houders import Houder
from inwoners.mensen import bevestig, bevestig_adres, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Adres, Doel, Gewist, Inwoner, Reden
from inwoners.sleutels import maak_sleutel
from werkplek.models import Inlogpoging, Uitnodiging

pytestmark = pytest.mark.django_db
NU = timezone.now()


@pytest.fixture
def houdt(monkeypatch):
    """An app that holds something of the inwoners and addresses that are put into these sets."""
    bewaard = {"inwoners": set(), "adressen": set()}

    class Proef(Houder):
        code = naam = "proef"

        def houdt(self):
            return Inwoner.objects.filter(pk__in=bewaard["inwoners"])

        def houdt_adressen(self):
            return Adres.objects.filter(pk__in=bewaard["adressen"])

    monkeypatch.setitem(houders._houders, "proef", Proef())
    return bewaard


def ruim_op(na: timedelta) -> None:
    with time_machine.travel(NU + na, tick=False):
        call_command("ruim_op")


@pytest.mark.parametrize(("uren", "weg"), [(47, False), (48, True), (49, True)])
def test_who_presses_no_button_is_forgotten_after_48_hours(uren, weg):
    with time_machine.travel(NU, tick=False):
        adres = zorg_voor_adres("ria@example.nl")
        zorg_voor_inwoner(adres, "Ria Verhoef")
        maak_sleutel(adres, Doel.BEVESTIGEN, geldig=timedelta(hours=48))
    ruim_op(timedelta(hours=uren))
    assert [Inwoner.objects.exists(), Adres.objects.exists()] == [not weg] * 2


def test_somebody_is_kept_as_long_as_something_of_theirs_is(houdt):
    with time_machine.travel(NU, tick=False):
        adres = zorg_voor_adres("ria@example.nl")
        ria, jan = zorg_voor_inwoner(adres, "Ria Verhoef"), zorg_voor_inwoner(adres, "Jan Verhoef")
        melder = zorg_voor_adres("melder@example.nl")
        bevestig(ria, NU)
        bevestig(jan, NU)
        bevestig_adres(zorg_voor_adres("los@example.nl"), NU)
    houdt["inwoners"].add(ria.pk)
    houdt["adressen"].add(melder.pk)
    ruim_op(timedelta(days=400))
    assert list(Inwoner.objects.all()) == [ria]
    assert set(Adres.objects.all()) == {adres, melder}
    houdt["inwoners"].clear()
    ruim_op(timedelta(days=401))
    assert not Inwoner.objects.exists()
    assert list(Adres.objects.all()) == [melder]


def test_when_an_app_cant_say_what_it_holds_nobody_is_forgotten(houdt, monkeypatch, caplog):
    with time_machine.travel(NU, tick=False):
        zorg_voor_inwoner(zorg_voor_adres("ria@example.nl"), "Ria Verhoef")
    monkeypatch.setattr(houders._houders["proef"], "houdt", lambda: 1 / 0)
    with pytest.raises(CommandError, match="inwoners"):
        ruim_op(timedelta(days=3))
    assert Inwoner.objects.exists()
    assert "ria@example.nl" not in caplog.text


@pytest.mark.parametrize(("dagen", "weg"), [(364, False), (365, True), (366, True)])
def test_codes_of_who_was_erased_go_with_the_copies(dagen, weg):
    Gewist.objects.create(code="a" * 64, op=NU, reden=Reden.ZELF)
    ruim_op(timedelta(days=dagen))
    assert Gewist.objects.exists() is not weg


@pytest.mark.parametrize(("dagen", "weg"), [(89, False), (90, False), (91, True)])
def test_tries_to_log_in_90_days(dagen, weg):
    Inlogpoging.objects.create(op=NU, soort="gelukt", net="")
    ruim_op(timedelta(days=dagen))
    assert Inlogpoging.objects.exists() is not weg


@pytest.mark.parametrize(("dagen", "weg"), [(89, False), (90, True), (91, True)])
@pytest.mark.parametrize(
    "afloop", [{"aanvaard_op": NU}, {"ingetrokken_op": NU}, {"verstuurd_op": NU - Uitnodiging.GELDIG}]
)
def test_invitations_90_days_after_they_ended(dagen, weg, afloop):
    groep = Group.objects.create(name="Redactie Beesd")
    Uitnodiging.objects.create(naam="Ria", email="ria@example.nl", groep=groep, **afloop)
    ruim_op(timedelta(days=dagen))
    assert Uitnodiging.objects.exists() is not weg


@pytest.mark.parametrize(("uren", "weg"), [(-1, False), (0, False), (1, True)])
def test_sessions_until_they_expire(uren, weg):
    Session.objects.create(session_key="x", session_data="", expire_date=NU)
    ruim_op(timedelta(hours=uren))
    assert Session.objects.exists() is not weg


def test_one_list_that_fails_keeps_back_no_other(monkeypatch):
    def stuk(nu):
        raise OSError

    Session.objects.create(session_key="x", session_data="", expire_date=NU - timedelta(days=1))
    lijst = [
        privacy.Verwerking(
            doel="",
            grondslag="",
            wie="",
            gegevens="",
            ontvangers="",
            bewaren="",
            wissen="",
            velden=(),
            ruim_op=stuk,
        )
    ]
    echt = list(privacy._per_app())
    monkeypatch.setattr(privacy, "_per_app", lambda: iter([("stuk", lijst), *echt]))
    assert privacy.ruim_op(NU) == ["stuk"]
    assert not Session.objects.exists()
    assert not User.objects.exists()
