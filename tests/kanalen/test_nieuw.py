"""What is new, as Atom: of every kind, in every language, and never broken by a character."""

from datetime import datetime

from defusedxml import ElementTree
from django.utils import timezone
from wagtail.models import Page

from kernpagina.models import AgendaItemPage, AgendaPage
from tests import factories

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_nieuw_van_elke_soort(client, beesd, agenda, projecten, oproepen):
    for pagina in (
        factories.InformatiePageFactory(title="Over ons"),
        factories.ProjectPageFactory(parent=projecten, title="Speeltuin"),
        factories.OproepPageFactory(parent=oproepen, title="Denk mee"),
        factories.AgendaItemPageFactory(parent=agenda, title="Feest"),
    ):
        factories.publiceer(pagina)
    feed = ElementTree.fromstring(client.get("/nieuw.xml").content)
    titels = [titel.text for titel in feed.findall("a:entry/a:title", ATOM)]
    assert titels == ["Feest", "Denk mee", "Speeltuin", "Over ons"]
    tijden = [datetime.fromisoformat(tijd.text) for tijd in feed.findall("a:entry/a:updated", ATOM)]
    assert tijden == sorted(tijden, reverse=True)
    kern = ElementTree.fromstring(client.get("/beesd/nieuw.xml").content)
    assert [titel.text for titel in kern.findall("a:entry/a:title", ATOM)] == [
        "Feest",
        "Denk mee",
        "Speeltuin",
    ]


def test_een_teken_dat_xml_verbiedt_breekt_geen_feed(client, beesd, agenda):
    """Cleaned when it is stored; what stood in the database before that doesn't break a feed or a calendar either."""
    kwaad = "gym\ufffenas\uffff\x0btiek\x1f"
    teksten = {"title": kwaad, "samenvatting": kwaad, "locatie": kwaad}
    getypt = factories.AgendaItemPageFactory(parent=agenda, begin=timezone.now(), **teksten)
    assert (getypt.title, getypt.samenvatting) == ("gymnas tiek", "gymnas tiek ")
    factories.publiceer(getypt)
    factories.publiceer(factories.AgendaItemPageFactory(parent=agenda, slug="oud"))
    Page.objects.filter(slug__in=["oud", "beesd"]).update(title=kwaad)
    AgendaItemPage.objects.filter(slug="oud").update(samenvatting=kwaad, locatie=kwaad, toelichting=kwaad)
    for pad in ("/nieuw.xml", "/beesd/nieuw.xml", "/en/nieuw.xml", "/sitemap.xml"):
        feed = ElementTree.fromstring(client.get(pad).content)
        assert pad == "/sitemap.xml" or {"gymnas tiek"} & {
            t.text for t in feed.findall("a:entry/a:title", ATOM)
        }
    for pad in ("/agenda.ics", "/beesd/agenda.ics", f"{getypt.url}afspraak.ics"):
        kalender = client.get(pad).content.decode()
        assert "gymnas tiek" in kalender
        assert set(kalender).isdisjoint("\x0b\x1f\ufffe\uffff")


def test_elke_feed_en_elk_bericht_heeft_wat_atom_eist(client, beesd, agenda):
    """RFC 4287: feed and entry have one id, title and updated; ids are unique; a feed names an author and itself."""
    item = factories.AgendaItemPageFactory(
        parent=agenda, title="Koffie & <thee>", samenvatting="1 < 2 & <b>vet</b>"
    )
    factories.publiceer(item)
    paden = ["/nieuw.xml", "/beesd/nieuw.xml", "/en/nieuw.xml", "/en/beesd/nieuw.xml"]
    feeds = [ElementTree.fromstring(client.get(pad).content) for pad in paden]
    assert len({feed.find("a:id", ATOM).text for feed in feeds}) == len(paden)
    for pad, feed in zip(paden, feeds, strict=True):
        assert feed.find("a:author/a:name", ATOM).text
        assert feed.find("a:link[@rel='self']", ATOM).get("href") == f"http://testserver{pad}"
        berichten = feed.findall("a:entry", ATOM)
        for deel in (feed, *berichten):
            for naam in ("id", "title", "updated"):
                assert len(deel.findall(f"a:{naam}", ATOM)) == 1, (pad, naam)
            assert datetime.fromisoformat(deel.find("a:updated", ATOM).text).tzinfo
        assert len({bericht.find("a:id", ATOM).text for bericht in berichten}) == len(berichten)
        (bericht,) = [b for b in berichten if b.find("a:title", ATOM).text == item.title]
        assert bericht.find("a:title", ATOM).get("type", "text") == "text"
        # A summary is HTML: plain text in it is escaped once more.
        assert bericht.find("a:summary", ATOM).get("type") == "html"
        assert bericht.find("a:summary", ATOM).text == "1 &lt; 2 &amp; &lt;b&gt;vet&lt;/b&gt;"
    assert feeds[2].find("a:link[@rel='alternate']", ATOM).get("href") == "http://testserver/en/"


def test_opgemaakte_tekst_komt_zonder_opmaak_in_de_feed(client, kernagenda, agenda):
    kernagenda.inleiding = f'<p>Jong &amp; oud <a linktype="page" id="{agenda.pk}">samen</a></p><p>Kom</p>'
    factories.publiceer(kernagenda)
    feed = ElementTree.fromstring(client.get("/nieuw.xml").content)
    (samenvatting,) = [
        bericht.find("a:summary", ATOM).text
        for bericht in feed.findall("a:entry", ATOM)
        if bericht.find("a:title", ATOM).text == kernagenda.title
    ]
    assert samenvatting == "Jong &amp; oud samen Kom"


DOOD = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def test_wat_weg_is_staat_erin_zonder_woorden(client, beesd, agenda):
    """RFC 6721: a reader throws the entry away. When it comes back it is an entry again."""
    item = factories.publiceer(factories.AgendaItemPageFactory(parent=agenda, title="Feest"))
    paden = ("/nieuw.xml", "/beesd/nieuw.xml")

    def feed(pad):
        gelezen = ElementTree.fromstring(client.get(pad).content)
        kenmerken = [kenmerk.text for kenmerk in gelezen.findall("a:entry/a:id", ATOM)]
        return gelezen, kenmerken, [dood.get("ref") for dood in gelezen.findall(DOOD)]

    (kenmerk,) = {feed(pad)[1][0] for pad in paden}
    factories.depubliceer(item)
    for pad in paden:
        gelezen, levend, dood = feed(pad)
        assert kenmerk not in levend
        assert dood == [kenmerk]
        assert datetime.fromisoformat(gelezen.find(DOOD).get("when")).tzinfo
        assert gelezen.find("a:updated", ATOM).text == gelezen.find(DOOD).get("when")
        assert "Feest" not in client.get(pad).content.decode()
    factories.publiceer(item)
    for pad in paden:
        assert feed(pad)[1:] == ([kenmerk], [])


def test_wat_verhuist_is_in_de_ene_kern_weg_en_in_de_andere_nieuw(client, beesd, agenda):
    item = factories.publiceer(factories.AgendaItemPageFactory(parent=agenda, title="Feest"))
    heukelum = factories.KernPageFactory(title="Heukelum")
    with factories.opzetten():
        item.move(factories.lijst_van(heukelum, AgendaPage), pos="last-child")
    van, naar = (
        ElementTree.fromstring(client.get(f"/{kern}/nieuw.xml").content) for kern in ("beesd", "heukelum")
    )
    assert (len(van.findall("a:entry", ATOM)), len(van.findall(DOOD))) == (0, 1)
    assert (len(naar.findall("a:entry", ATOM)), len(naar.findall(DOOD))) == (1, 0)
