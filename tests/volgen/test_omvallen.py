"""A worker that is killed in the middle of an edition, again and again: each address has exactly one mail."""

import os
import time
from collections import Counter
from email.parser import BytesHeaderParser

import pytest
from django.utils import timezone

from berichten.verzenden import verstuur_wachtende
from inwoners.models import Adres
from tests.berichten import werker
from volgen import bezorgen
from volgen.models import Abonnement, Editie, EditieStand, Levering, Ritme, Staat, Volgt

# `EDITIE=2000 MOORDEN=50 pytest tests/volgen/test_omvallen.py` is the large one, by hand.
AANTAL, MOORDEN = int(os.environ.get("EDITIE", "200")), int(os.environ.get("MOORDEN", "10"))
STUK = {"pagina": 1, "deel": "nieuw", "kern": "", "teksten": {"nl": {"titel": "Feest", "pad": "/feest/"}}}


def verstuur_alles() -> None:
    """What the worker does of this, round after round."""
    while Levering.objects.onderweg().exists():
        bezorgen.schrijf()
        verstuur_wachtende()
    bezorgen.rond_af()


def _editie() -> Editie:
    nu = timezone.now()
    adressen = Adres.objects.bulk_create(
        Adres(email=f"lezer-{nummer}@example.nl") for nummer in range(AANTAL)
    )
    velden = {"volgt": Volgt.ALLES, "stand": Staat.ACTIEF, "bevestigd_op": nu, "toestemming": "Ja"}
    volgers = Abonnement.objects.bulk_create(Abonnement(adres=adres, **velden) for adres in adressen)
    editie = Editie.objects.create(
        volgt=Volgt.ALLES,
        ritme=Ritme.WEEK,
        dag=nu.date(),
        van=0,
        tot=1,
        inhoud=[STUK],
        stand=EditieStand.VERZENDEN,
    )
    Levering.objects.bulk_create(Levering(editie=editie, abonnement=volger) for volger in volgers)
    return editie


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_of_an_edition_sends_each_address_one_mail(tmp_path):
    editie = _editie()
    moorden = 0
    while True:
        proces = werker.start(str(tmp_path), verstuur_alles)
        doel = len(list(tmp_path.glob("*.eml"))) + AANTAL // (MOORDEN + 2)
        while proces.is_alive() and (moorden == MOORDEN or len(list(tmp_path.glob("*.eml"))) < doel):
            time.sleep(0.005)
        if not proces.is_alive():
            break
        proces.kill()
        proces.join()
        moorden += 1
    assert moorden == MOORDEN
    editie.refresh_from_db()
    assert (editie.stand, editie.verzonden, editie.onbestelbaar) == (EditieStand.VERZONDEN, AANTAL, 0)
    koppen = [BytesHeaderParser().parsebytes(bestand.read_bytes()) for bestand in tmp_path.glob("*.eml")]
    per_adres = Counter(kop["To"] for kop in koppen)
    assert len(per_adres) == AANTAL
    assert set(per_adres.values()) == {1}
