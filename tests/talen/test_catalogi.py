"""Every interface text of the public site exists in every language."""

import re
import string
from datetime import date, time

import polib
import pytest
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext, override

from core.keuzes import Niveau
from core.talen.catalogi import WORTEL, Tekst, catalogi, in_python, in_sjabloon, teksten
from core.talen.taal import BRONTAAL, talen
from core.talen.vormen import WEEKDAGEN
from core.themas import THEMAS

PLEK = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
ANDERE_TALEN = [code for code in talen() if code != BRONTAAL]


@pytest.fixture(params=ANDERE_TALEN)
def catalogus(request) -> polib.POFile:
    return polib.pofile(str(catalogi()[request.param]))


def test_elke_tekst_staat_in_elke_catalogus(catalogus):
    aanwezig = {Tekst(regel.msgid, regel.msgid_plural) for regel in catalogus}
    assert set(teksten()) - aanwezig == set(), "draai: python -m core.talen.catalogi bijwerken"
    assert aanwezig - set(teksten()) == set(), "draai: python -m core.talen.catalogi bijwerken"


def test_niets_is_leeg_of_twijfelachtig(catalogus):
    assert [regel.msgid for regel in catalogus if not regel.translated() or regel.fuzzy] == []


def test_wat_wordt_ingevuld_staat_ook_in_de_vertaling(catalogus):
    for regel in catalogus:
        nodig = set(PLEK.findall(regel.msgid))
        for vertaald in [regel.msgstr] if regel.msgstr else regel.msgstr_plural.values():
            assert set(PLEK.findall(vertaald)) == nodig, regel.msgid


def test_wat_met_een_hoofdletter_begint_blijft_dat_doen(catalogus):
    for regel in catalogus:
        if (
            regel.msgid not in WEEKDAGEN
            and regel.msgid[0] in string.ascii_uppercase
            and regel.msgstr
            and regel.msgstr[0].isalpha()
        ):
            assert regel.msgstr[0].isupper() or regel.msgstr == "w", regel.msgid


def test_nederlands_verandert_niet_door_een_gelijkluidend_woord_van_django_of_wagtail():
    with override("nl"):
        anders = {tekst.msgid for tekst in teksten() if gettext(tekst.msgid) != tekst.msgid}
        assert anders == set(WEEKDAGEN), "these are Django's, under its own English names"


# Words for it that a translator might choose as well.
ANDERS = {
    "en": r"\b(appeal|consultation|invitation|request)",
    "pl": r"\b(apel|wezwani|konsultacj|odezw|spraw(ie|ach)\b)",
}


@pytest.mark.parametrize("taal", ANDERE_TALEN)
def test_een_oproep_heet_overal_hetzelfde(taal):
    over = [
        regel
        for regel in polib.pofile(str(catalogi()[taal]))
        if re.search("oproep", regel.msgid, re.IGNORECASE)
    ]
    assert len(over) > 30
    anders = [regel.msgid for regel in over if re.search(ANDERS[taal], regel.msgstr, re.IGNORECASE)]
    assert anders == []


@pytest.mark.parametrize("taal", ANDERE_TALEN)
def test_themas_en_beloften_zijn_vertaald(taal):
    with override(taal):
        assert [naam for naam in THEMAS if gettext(naam) == naam] == []
        assert [niveau for niveau in Niveau if "We " in niveau.belofte and taal == "pl"] == []


@pytest.mark.parametrize(
    ("taal", "dag", "voluit", "tijd"),
    [
        ("nl", "12 maart 2026", "donderdag 12 maart 2026", "19.30"),
        ("en", "12 March 2026", "Thursday 12 March 2026", "19:30"),
        ("pl", "12 marca 2026", "czwartek, 12 marca 2026", "19:30"),
    ],
)
def test_datums_en_tijden_per_taal(taal, dag, voluit, tijd):
    with override(taal):
        assert date_format(date(2026, 3, 12), "DATE_FORMAT") == dag
        assert date_format(date(2026, 3, 12), "DAG_VOLUIT") == voluit
        assert time_format(time(19, 30), "TIME_FORMAT") == tijd


def test_datums_in_sjablonen_volgen_de_taal():
    """A fixed order of day and month is Dutch (and wrong Polish); machine-readable forms are the same for all."""
    vast = re.compile(r'date:"(?!DAG_|[A-Z_]+_FORMAT"|Y-m-d"|c"|Y-m"|[a-zA-Z]")[^"]*"')
    fout = {
        str(pad.relative_to(WORTEL)): gevonden
        for pad in (WORTEL / "templates").rglob("*.html")
        if not {"vertalen", "berichten", "werkplek", "toegang", "oefenen"} & set(pad.parts)
        and (gevonden := vast.findall(pad.read_text(encoding="utf-8")))
    }
    assert fout == {}


def test_teksten_worden_gevonden_waar_ze_staan():
    sjabloon = (
        '{% load i18n %}{% translate "Een" %}{% firstof x _("Twee") %}'
        "{% blocktranslate count n=n %}Drie{% plural %}Vier{{ n }}{% endblocktranslate %}"
    )
    assert set(in_sjabloon(sjabloon)) == {Tekst("Een"), Tekst("Twee"), Tekst("Drie", "Vier%(n)s")}
    assert set(in_python('_("A" "b")\nngettext("C", "D", 2)\nmodel.gettext(naam)')) == {
        Tekst("Ab"),
        Tekst("C", "D"),
    }


# What takes another case in Polish, right before what is put in: that stays in the nominative. Behind a noun it may, in
# quotes (“na zaproszenie „…””), or behind a colon.
VERBUIGT = re.compile(
    r"\b(bez|dla|do|dnia|ku|między|na|nad|o|od|po|pod|podczas|przed|przez|przy|u|w|we|z|za|ze)\s+„?%\((\w+)\)",
    re.IGNORECASE,
)
NAMEN, DAGEN = {"titel", "naam", "kern", "wie", "was", "nu"}, {"dag", "datum", "van", "tot", "maand"}
# A day with its month is in the genitive already: *od 12 marca*. With the day of the week before it, it isn't.
WEEKDAG = re.compile(
    r'\{% blocktranslate with \w+=[\w.]+\|date:"DAG_\w+" %\}(.*?)\{% endblocktranslate %\}', re.DOTALL
)


def test_wat_wordt_ingevuld_hoeft_in_het_pools_niet_verbogen():
    sjablonen = [pad.read_text(encoding="utf-8") for pad in (WORTEL / "templates").rglob("*.html")]
    met_weekdag = {
        re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", zin) for tekst in sjablonen for zin in WEEKDAG.findall(tekst)
    }
    assert len(met_weekdag) >= 3
    fout = {
        vertaald
        for regel in polib.pofile(str(catalogi()["pl"]))
        for vertaald in [regel.msgstr, *regel.msgstr_plural.values()]
        for _, wat in VERBUIGT.findall(vertaald)
        if wat in NAMEN or (wat in DAGEN and regel.msgid in met_weekdag)
    }
    assert fout == set()
