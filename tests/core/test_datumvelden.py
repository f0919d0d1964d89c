"""A date may be written the way people write it; what isn't one is an error, and never silently another date."""

from pathlib import Path

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from core.formulieren.datumvelden import DatumVeld, TijdstipVeld, in_cijfers, met_dag
from core.formulieren.maanden import MaandDateInput, dag_van_maand
from tests.formulier import paginatypen


@pytest.fixture(autouse=True)
def _nederlands():
    with override("nl"):
        yield


@pytest.mark.parametrize(
    "getypt",
    [
        "24-11-2027",
        "24/11/2027",
        "24-11-27",
        "24.11.2027",
        "2027-11-24",
        "24 november 2027",
        "wo 24 nov. 2027",
    ],
)
def test_een_dag(getypt):
    assert DatumVeld().clean(getypt).isoformat() == "2027-11-24"


@pytest.mark.parametrize(
    "getypt",
    [
        "24-11-2027 19:30",
        "24-11-2027 19.30",
        "24/11/2027 19.30",
        "2027-11-24 19:30",
        "24 november 2027 19:30",
        "woensdag 24 november 2027, 19.30 uur",
        "Woensdag 24 November 2027 om 19.30 uur",
    ],
)
def test_een_tijdstip(getypt):
    assert timezone.localtime(TijdstipVeld().clean(getypt)).isoformat() == "2027-11-24T19:30:00+01:00"


@pytest.mark.parametrize(
    ("getypt", "einde"),
    [
        ("22.00", "24-11-2027 22:00"),
        ("22:00", "24-11-2027 22:00"),
        ("9:05", "24-11-2027 09:05"),
        ("tot 22.00 uur", "24-11-2027 22:00"),
        ("22 uur", "24-11-2027 22:00"),
        ("22u", "24-11-2027 22:00"),
        ("9.05u", "24-11-2027 09:05"),
        ("22", "24-11-2027 22:00"),
        ("01.30", "25-11-2027 01:30"),
        ("24.00", "24-11-2027 24:00"),
        ("0:00", "25-11-2027 00:00"),
        # Neither a time, nor something to guess at.
        ("24.30", "24.30"),
        ("laat", "laat"),
        ("9", "9"),
        ("25", "25"),
        ("25-11-2027 9:00", "25-11-2027 9:00"),
    ],
)
def test_van_een_einde_is_de_tijd_genoeg(getypt, einde):
    assert met_dag(getypt, "24 november 2027 19.30") == einde


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("23-12", "2026-12-23"),
        ("23/12", "2026-12-23"),
        ("23 dec", "2026-12-23"),
        ("23 dec.", "2026-12-23"),
        ("wo 23 december", "2026-12-23"),
        ("1 december", "2026-12-01"),
        ("27 november", "2027-11-27"),
        ("28 november", "2026-11-28"),
        ("1-1", "2027-01-01"),
        ("29 februari", "2028-02-29"),
    ],
)
def test_een_dag_zonder_jaar_is_de_eerstvolgende(getypt, dag):
    with time_machine.travel("2026-11-28 12:00+01:00"):
        assert DatumVeld().clean(getypt).isoformat() == dag
        for tijd in ("20:00", "20.00 uur", "om 20 uur", "20u"):
            moment = timezone.localtime(TijdstipVeld().clean(f"{getypt} {tijd}"))
            assert moment.isoformat() == f"{dag}T20:00:00+01:00"


@pytest.mark.parametrize("getypt", ["24-12 22:00", "24 december 22 uur"])
def test_het_jaar_van_een_einde_is_dat_van_het_begin(getypt):
    assert met_dag(getypt, "24 november 2027 19.30") == "24-12-2027 22:00"
    assert met_dag(getypt, "31-12-2027 19.30") == "24-12-2028 22:00"


@pytest.mark.parametrize(
    "getypt",
    [
        "24-11-2027 20 uur",
        "wo 24 nov. 2027 om 20u",
        "24-11-27 20:00u",
        "24/11/27 20u",
        "24 november 2027 20 uur",
    ],
)
def test_een_heel_uur(getypt):
    assert timezone.localtime(TijdstipVeld().clean(getypt)).isoformat() == "2027-11-24T20:00:00+01:00"


@pytest.mark.parametrize("getypt", ["24-11-2027", "woensdag 24 november 2027", "2027-11-24", "24 nov 27"])
def test_een_dag_zonder_tijd_is_geen_middernacht(getypt):
    """Where somebody has to know when to come. When something goes online, a day is enough."""
    veld = TijdstipVeld()
    assert timezone.localtime(veld.clean(getypt)).hour == 0
    veld.hele_dag = False
    with pytest.raises(ValidationError, match="ook hoe laat"):
        veld.clean(getypt)
    assert veld.clean(f"{getypt} 00:00")


@pytest.mark.parametrize("begin", ["", "volgende week"])
def test_zonder_begin_is_een_tijd_geen_tijdstip(begin):
    assert met_dag("22.00", begin) == "22.00"


@pytest.mark.parametrize("getypt", ["november 2027", "Nov. 2027", "11-2027", "11/2027", "11 - 2027"])
def test_een_maand_is_haar_eerste_of_laatste_dag(getypt):
    assert dag_van_maand(getypt, laatste=False) == "01-11-2027"
    assert dag_van_maand(getypt, laatste=True) == "30-11-2027"


@pytest.mark.parametrize("getypt", ["24-11-2027", "24 november 2027", "najaar 2027", "2027", "13-2027", ""])
def test_wat_geen_maand_is_blijft_zoals_het_is(getypt):
    assert dag_van_maand(getypt, laatste=True) == getypt


@pytest.mark.parametrize("getypt", ["najaar 2027", "11-0000", "volgende maand"])
def test_wie_een_maand_mag_schrijven_hoort_dat(getypt):
    veld = DatumVeld(widget=MaandDateInput(laatste=True))
    with pytest.raises(ValidationError, match="maand als november 2027"):
        veld.clean(veld.widget.value_from_datadict({"einde": getypt}, {}, "einde"))


VOORJAAR = ["januari", "februari", "maart", "april", "mei", "juni"]
NAJAAR = ["juli", "augustus", "september", "oktober", "november", "december"]


@pytest.mark.parametrize(("nummer", "maand"), list(enumerate(VOORJAAR + NAJAAR, start=1)))
def test_elke_maand_voluit_en_kort(nummer, maand):
    kort = "mrt" if maand == "maart" else maand[:3]
    for naam in (maand, kort, f"{kort}."):
        assert in_cijfers(f"3 {naam} 2027") == f"3-{nummer}-2027"


@pytest.mark.parametrize(
    "getypt", ["volgende week woensdag", "24-13-2027", "31-02-2027", "9999999", "morgen"]
)
@pytest.mark.parametrize("veld", [DatumVeld, TijdstipVeld])
def test_wat_geen_dag_is_wordt_er_geen(veld, getypt):
    with pytest.raises(ValidationError, match="24-11-2027"):
        veld().clean(getypt)


@pytest.mark.parametrize(
    "getypt", ["31-02-2027", "31 februari", "31-2", "24-13-2027", "2027-02-31", "30 feb 2027"]
)
def test_een_dag_die_niet_bestaat(getypt):
    for veld, tijd in ((DatumVeld, ""), (TijdstipVeld, ""), (TijdstipVeld, " 19:30")):
        with pytest.raises(ValidationError, match=r"Deze dag bestaat niet: [\d-]+\. Schrijf"):
            veld().clean(f"{getypt}{tijd}")


@pytest.mark.parametrize("getypt", ["24-11-2027 25:00", "24 november 25 uur", "24-11-2027 19.75"])
def test_een_tijd_die_niet_bestaat(getypt):
    with pytest.raises(
        ValidationError, match=r"^\['Deze tijd bestaat niet: (25.00|19.75)\. Schrijf dag en tijd"
    ):
        TijdstipVeld().clean(getypt)


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ("half elf", "Schrijf hoe laat, zoals 22.00."),
        ("9", "Schrijf hoe laat, zoals 22.00."),
        ("25", "Deze tijd bestaat niet: 25.00. Schrijf hoe laat"),
        ("tot 25.00 uur", "Deze tijd bestaat niet: 25.00. Schrijf hoe laat"),
        ("24.30", "Deze tijd bestaat niet: 24.30. Schrijf hoe laat"),
        ("31-02-2027 22:00", "Deze dag bestaat niet: 31-02-2027. Schrijf hoe laat"),
        # The form gives it its day: only without a begin it has none.
        ("22.00", "Vul ook het begin in"),
    ],
)
def test_waar_de_tijd_genoeg_is_vraagt_niemand_om_een_dag(getypt, zin):
    veld = TijdstipVeld()
    veld.tijd_genoeg = True
    with pytest.raises(ValidationError) as fout:
        veld.clean(getypt)
    assert fout.value.messages[0].startswith(zin)


@pytest.mark.parametrize("getypt", ["01-01-0001", "31-12-9999", "1-1-0202"])
@pytest.mark.parametrize("veld", [DatumVeld, TijdstipVeld])
def test_een_jaar_dat_niet_kan_kloppen(veld, getypt):
    with pytest.raises(ValidationError, match="Kijk het jaar na"):
        veld().clean(getypt)


def test_elke_datum_op_elk_formulier(db):
    """The planning of a publication too."""
    velden = {}
    for model in paginatypen():
        form = model.get_edit_handler().get_form_class()(for_user=AnonymousUser())
        rijen = [formset.empty_form for formset in form.formsets.values()]
        velden |= {naam: veld for deel in (form, *rijen) for naam, veld in deel.fields.items()}
    datums = {naam: veld for naam, veld in velden.items() if "Date" in type(veld.widget).__name__}
    assert {"begin", "opent", "datum", "go_live_at", "expire_at"} <= datums.keys()
    assert all(isinstance(veld, DatumVeld | TijdstipVeld) for veld in datums.values())


def test_de_datumkiezer_laat_staan_wat_er_getypt_is(dorp, client):
    """Its script is told so before the first field is drawn, and still has the switch that is set."""
    client.force_login(dorp.gebruikers["redactie-beesd"])
    voor_de_velden = client.get("/cms/").content.decode().partition('class="wrapper"')[0]
    assert voor_de_velden.index("jquery.datetimepicker") < voor_de_velden.index("werkplek/datums.js")
    kiezer = Path(finders.find("wagtailadmin/js/vendor/jquery.datetimepicker.js")).read_text()
    assert "validateOnBlur:!0" in kiezer
    assert "fn.datetimepicker.defaults=" in kiezer
    assert "defaults.validateOnBlur = false" in Path(finders.find("werkplek/datums.js")).read_text()
