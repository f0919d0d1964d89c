"""What the paper of a meeting says to who reads it on a wall or in a drawer."""

import pytest

from tests.druk.hulp import lees as lees_pdf
from tests.druk.hulp import tekst
from tests.meedoen.aanmeldhulp import RIA, avond_in, link, meld_aan

pytestmark = pytest.mark.django_db


def test_op_een_affiche_staat_dat_het_vol_is_en_op_een_geprinte_pagina_waar_zij_vandaan_komt(
    client, dorp, time_machine
):
    avond = avond_in(dorp, max_aantal=1)
    affiche = f"{avond.url}affiche-a4.pdf"
    assert "Aanmelden via Bloei!" in tekst(lees_pdf(client, affiche))
    assert "Vol." not in tekst(lees_pdf(client, affiche))
    meld_aan(client, avond, time_machine)
    assert "Aanmelden via Bloei! Vol. Je kunt nog wel op de wachtlijst." in " ".join(
        tekst(lees_pdf(client, affiche)).split()
    )
    assert f'<p class="bloei-papieradres">{avond.full_url}</p>' in client.get(avond.url).content.decode()
    for adres in ("/agenda/", "/volg/", "/beesd/volg/", "/beesd/nieuwsbrief/", "/api/v1/docs"):
        assert (
            f'<p class="bloei-papieradres">http://localhost{adres}</p>' in client.get(adres).content.decode()
        )
    # What stands behind somebody's own link is opened by it: that isn't put on paper.
    assert (
        f'<p class="bloei-papieradres">{avond.full_url}</p>'
        in client.get(link(RIA["email"])).content.decode()
    )
    assert "bloei-papieradres" not in client.get("/mijn/").content.decode()
