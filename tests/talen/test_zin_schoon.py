"""What is left of a sentence is words and the markup of the Dutch sentence."""

import pytest

from vertalen.schoon import schone_zin

VIJANDIG = [
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>-->",
    "<?><img src=x onerror=alert(1)>?>",
    "<!x><img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<style>*{}</style>",
    "<svg onload=alert(1)>",
    "<b onclick=alert(1)>vet</b>",
    '<a href="javascript:alert(1)">klik</a>',
    '<a id="a9">andere link</a>',
    '<a id="a1" onclick="alert(1)">klik</a>',
    "<p>blok</p>",
]


BRON = 'Kijk <b>hier</b> of <a id="a1">daar</a>'


@pytest.mark.parametrize("zin", VIJANDIG)
def test_wat_overblijft_is_van_de_nederlandse_zin(zin):
    schoon = schone_zin(f"Zie {zin} hier", BRON)
    assert not [
        stuk
        for stuk in ("<!", "<?", "<s", "<p", "<img", "onerror=", "onclick=", "href", "a9")
        if stuk in schoon
    ]
    assert schoon == schone_zin(schoon, BRON)
    assert schoon.startswith("Zie ")
    assert schoon.endswith(" hier")


@pytest.mark.parametrize(
    ("zin", "schoon"),
    [
        ('Patrz <b>tu</b> albo <a id="a1">tam</a>', 'Patrz <b>tu</b> albo <a id="a1">tam</a>'),
        ("Tom & Jerry <3 \"ja\" 'nee'", "Tom &amp; Jerry &lt;3 \"ja\" 'nee'"),
        ("<i>schuin</i> <B>vet", "schuin <b>vet</b>"),
        ("buurt\x0bavond", "buurt avond"),
    ],
)
def test_wat_mag_blijft_staan(zin, schoon):
    assert schone_zin(zin, BRON) == schoon
