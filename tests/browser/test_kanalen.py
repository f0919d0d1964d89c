"""Bloei! elsewhere: in a frame on a village's own site, and on the screen in the village hall."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

KAARTEN = ".scherm-kaart:visible"
# Resolves once the service worker has the page and both style sheets.
BEWAARD = """async () => {
  const heeft = async () => (await (await caches.open("scherm-1")).keys()).filter((v) => /scherm\\/$|\\.css/.test(v.url)).length;
  while (await heeft() < 3) await new Promise((klaar) => { setTimeout(klaar, 50); });
}"""


def test_het_scherm_blijft_staan_als_het_netwerk_wegvalt(new_context):
    """An hour without a network, and an hour of a broken server: the last cards go on, no error is shown, and the
    screen says how old they are."""
    # Without the service worker, which would fetch past the routes of this test.
    page = new_context(service_workers="block").new_page()
    page.clock.install()
    page.goto("/beesd/scherm/")
    kaart, stand = page.locator(KAARTEN), page.locator("#stand")
    expect(kaart).to_have_count(1)
    eerste = kaart.inner_text()
    page.clock.run_for(12_000)
    expect(kaart).to_have_count(1)
    assert kaart.inner_text() != eerste
    expect(stand).to_be_hidden()

    page.context.set_offline(True)
    page.clock.fast_forward("01:00:00")
    expect(kaart).to_have_count(1)
    expect(page.locator("h1")).to_have_text("Beesd")
    expect(stand).to_contain_text("Geen verbinding. Dit is van")
    page.context.set_offline(False)

    page.route("**/beesd/scherm/", lambda route: route.fulfill(status=503, body="<h1>Kapot</h1>"))
    page.clock.fast_forward("01:00:00")
    expect(page.locator("h1")).to_have_text("Beesd")
    expect(kaart).to_have_count(1)

    # A year on, nothing of it is to come any more, whatever the cards say.
    page.clock.fast_forward(365 * 24 * 3600 * 1000)
    expect(page.locator("[data-tot]:visible")).to_have_count(0)
    expect(kaart).to_have_count(1)

    nieuw = '<div id="kaarten"><section class="scherm-kaart"><h2>Vers</h2></section></div>'
    page.unroute("**/beesd/scherm/")
    page.route("**/beesd/scherm/", lambda route: route.fulfill(body=nieuw, content_type="text/html"))
    page.clock.fast_forward("02:00")
    expect(kaart).to_have_text("Vers")
    expect(stand).to_be_hidden()


def test_het_scherm_overleeft_een_herstart_zonder_server(new_context):
    """The power fails in the hall while the server is away: the screen comes back with what it had, and its looks."""
    context = new_context()
    page = context.new_page()
    page.goto("/beesd/scherm/")
    page.evaluate(BEWAARD)
    kaart = page.locator(KAARTEN)
    kop, grootte = page.locator("h1"), "getComputedStyle(document.querySelector('h1')).fontSize"
    eerst = page.evaluate(grootte)
    context.set_offline(True)
    page.reload()
    expect(kop).to_have_text("Beesd")
    expect(kaart).to_have_count(1)
    assert page.evaluate(grootte) == eerst


@pytest.fixture
def dorpssite() -> Iterator[Callable[[str], str]]:
    """Another site, that shows the HTML it is given. A real one: Chromium lets no page without an address of this
    machine open a frame with one."""
    pagina = []

    class Antwoord(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(pagina[-1].encode())

        def log_message(self, *args) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Antwoord) as server:
        Thread(target=server.serve_forever, daemon=True).start()

        def toon(html: str) -> str:
            pagina.append(html)
            return f"http://localhost:{server.server_port}/"

        yield toon
        server.shutdown()


@pytest.mark.parametrize("soort", ["agenda", "projecten", "oproepen"])
def test_een_lijst_in_een_andere_site(new_context, base_url, dorpssite, soort):
    """Without JavaScript, on a narrow telephone, with the code that the page of the village gives to copy."""
    context = new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto("/beesd/")
    code = page.locator(".bloei-code", has_text=f"/insluiten/beesd/{soort}").text_content()
    page.goto(dorpssite(f"<h1>Ons dorp</h1>{code}"))
    kader = page.frame_locator("iframe")
    expect(kader.get_by_role("heading", level=1)).to_contain_text("Beesd")
    expect(kader.get_by_role("article").first).to_be_visible()
    # All of it fits, without a bar to scroll.
    assert kader.locator("body").bounding_box()["height"] <= page.locator("iframe").bounding_box()["height"]
    links = kader.get_by_role("link")
    assert all(link.get_attribute("href").startswith(base_url) for link in links.all())
    assert all(link.get_attribute("target") == "_blank" for link in links.all())
    (frame,) = page.main_frame.child_frames
    breedte = frame.locator("html").evaluate("html => [html.scrollWidth, html.clientWidth]")
    assert breedte[0] <= breedte[1]
    assert context.cookies() == []


def test_de_rest_van_de_site_mag_niet_in_een_kader(new_context, base_url, dorpssite):
    page = new_context().new_page()
    geweigerd = []
    page.on("console", lambda bericht: geweigerd.append(bericht.text))
    page.goto(dorpssite(f'<iframe src="{base_url}/beesd/"></iframe>'))
    (frame,) = page.main_frame.child_frames
    frame.wait_for_load_state()
    assert "Beesd" not in frame.content()
    assert any("frame-ancestors" in tekst for tekst in geweigerd)
