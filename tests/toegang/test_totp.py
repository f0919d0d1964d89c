"""The codes are those that every app makes."""

import base64

import pytest

from toegang import totp

# RFC 6238, appendix B, the last six figures; its secret is these twenty letters.
GEHEIM = base64.b32encode(b"12345678901234567890").decode()
VOORBEELDEN = {
    59: "287082",
    1111111109: "081804",
    1111111111: "050471",
    1234567890: "005924",
    2000000000: "279037",
}


@pytest.mark.parametrize(("moment", "code"), VOORBEELDEN.items())
def test_the_examples_of_the_rfc(moment, code):
    assert totp.code(GEHEIM, moment // 30) == code
    assert totp.stap_van(GEHEIM, code, moment) == moment // 30


def test_a_clock_may_be_half_a_minute_off_and_not_more():
    nu = 1_000_000_000
    goed = [
        verschil
        for verschil in range(-4, 5)
        if totp.stap_van(GEHEIM, totp.code(GEHEIM, nu // 30 + verschil), nu)
    ]
    assert goed == [-1, 0, 1]


@pytest.mark.parametrize("getypt", ["", "28708", "2870820", "é", "287 082", "000000"])
def test_what_is_no_code(getypt):
    assert totp.stap_van(GEHEIM, getypt, 59) is None


def test_secrets_differ_and_are_long():
    geheimen = {totp.nieuw_geheim() for _ in range(50)}
    assert len(geheimen) == 50
    assert {len(base64.b32decode(geheim)) for geheim in geheimen} == {20}


def test_what_the_camera_reads():
    assert (
        totp.adres("ABC", "jan de boer")
        == "otpauth://totp/Bloei%21%3Ajan%20de%20boer?secret=ABC&issuer=Bloei%21"
    )
