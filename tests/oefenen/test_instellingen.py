"""`OEFEN=1` on settings for production: strict, but for what practising needs; and nothing of a real site in reach."""

import pytest

from tests.core.test_instellingen import VEREIST, start

GOED = {
    **VEREIST,
    "OEFEN": "1",
    "OEFEN_WACHTWOORD": "samen-oefenen-we",
    "DATABASE_URL": "postgresql://iemand@nergens/bloei_oefen",
    "MEDIA_ROOT": "/srv/bloei-oefen/media",
}
VRAAG = (
    "from site_bloei.settings import base as b; print(b.DEBUG, b.DEMO, b.SECURE_SSL_REDIRECT, b.SESSION_COOKIE_SECURE, "
    "b.VERZEND_BACKEND, b.EMAIL_FILE_PATH, b.VEILIGE_KOPPEN['X-Robots-Tag'])"
)


def test_streng_zonder_post_en_niet_te_vinden() -> None:
    klaar = start("-c", VRAAG, **GOED)
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.split() == [
        "False", "False", "True", "True", "berichten.postvak.MapBackend", "/srv/bloei-oefen/oefenpost", "noindex,", "nofollow",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"DATABASE_URL": VEREIST["DATABASE_URL"]}, "databank"),
        ({"MEDIA_ROOT": ""}, "MEDIA_ROOT"),
        ({"MEDIA_ROOT": "/srv/bloei-media"}, "MEDIA_ROOT"),
        ({"EMAIL_URL": "smtp://mail.example:25"}, "EMAIL_URL"),
        ({"OEFEN_WACHTWOORD": "kort"}, "OEFEN_WACHTWOORD"),
    ],
)
def test_start_niet_bij_een_echte_site(anders: dict[str, str], zegt: str) -> None:
    klaar = start("-c", VRAAG, **GOED | anders)
    assert klaar.returncode != 0
    assert zegt in klaar.stderr.strip().splitlines()[-1]
