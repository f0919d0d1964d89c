"""Tests in a real browser, against the real demo: gunicorn, PostgreSQL, hashed static files, strict CSP.

`page` is pytest-playwright's, on the address of the demo (`page.goto("/beesd/")`). When a test ends, it fails
if anything was said to another host or if the browser complained, a blocked style or script included.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError

from tests.browser import chromium
from tests.browser.demo_site import Demo, running_demo
from tests.browser.telefoon import KIJKT, SCHERM, Telefoon

WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HERE = Path(__file__).parent
# What was planned goes online while the others run. In the order of their file.
AT_THE_END = (
    "test_residents_and_channels_read_what_was_typed",
    "test_eight_weekly_meetings_are_made_and_approved_in_one_go",
)
WINDOW = {"width": 1280, "height": 720}  # Playwright's own
NO_WISHES = dict.fromkeys(("media", "color_scheme", "reduced_motion", "forced_colors", "contrast"), "null")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.name.partition("[")[0] in AT_THE_END)


@pytest.fixture(scope="session", autouse=True)
def _database_beside_browser() -> Iterator[None]:
    """Playwright keeps a loop running in this thread, and Django takes all that happens there for asynchronous code."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo, with its own freshly made content, shared by all tests in the browser.

    BLOEI_DEMO is the address of one that runs already (`make demo`), to try a new test without the wait.
    """
    work_dir = tmp_path_factory.mktemp("demo")
    if address := os.environ.get("BLOEI_DEMO"):
        (work_dir / "demo.log").touch()
        settings = {"DJANGO_SETTINGS_MODULE": "site_bloei.settings.dev", "DEBUG": "false", "DEMO": "true"}
        with closing(Demo(address, {**os.environ, **settings}, work_dir / "demo.log")) as running:
            yield running
        return
    with running_demo(work_dir) as running:
        yield running


@pytest.fixture(scope="session")
def knoppen(demo: Demo) -> None:
    """What is behind the links of mails, for whoever walks past all pages (klaarzetten.py)."""
    demo.manage("shell", "-c", "from tests.browser.klaarzetten import knoppen; knoppen()")


@pytest.fixture(scope="session")
def base_url(demo: Demo) -> str:
    return demo.address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    return {
        **browser_type_launch_args,
        "executable_path": chromium.find_on_system(),
        "args": chromium.FLAGS,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}


@pytest.fixture
def context(context: BrowserContext, base_url: str) -> Iterator[BrowserContext]:
    """A new visitor without cookies, whose browser may not complain nor talk to another host."""
    complaints = watch(context, base_url)
    yield context
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="module")
def _guest(browser: Browser, browser_context_args: dict, base_url: str) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(**browser_context_args)
    complaints = watch(context, base_url)
    yield context.new_page(), complaints
    context.close()


@pytest.fixture
def guest(_guest: tuple[Page, list[str]]) -> Iterator[Page]:
    """A visitor who only looks, and was at other pages before: a new browser for each costs more than the look."""
    page, complaints = _guest
    page.set_viewport_size(WINDOW)
    page.emulate_media(**NO_WISHES)
    yield page
    said = complaints.copy()
    complaints.clear()
    assert not said, "\n".join(said)
    assert page.context.cookies() == []


def watch(context: BrowserContext, base_url: str) -> list[str]:
    """Return a list that fills with what goes wrong in the pages of the context from now on."""
    complaints: list[str] = []

    def on_request(request: Request) -> None:
        if urlsplit(request.url).netloc not in ("", urlsplit(base_url).netloc):  # "" for data: and blob:
            complaints.append(f"request to another host: {request.url}")

    def on_console(message: ConsoleMessage) -> None:
        # That the page itself isn't there is for the test to judge: it may have asked for a 404.
        page_itself = message.page is not None and message.location["url"] == message.page.url
        if message.type == "error" and not (page_itself and "Failed to load resource" in message.text):
            complaints.append(f"console, on {message.location['url']}: {message.text}")

    def on_error(error: WebError) -> None:
        complaints.append(f"uncaught in JavaScript: {error.error}")

    context.on("request", on_request)
    context.on("console", on_console)
    context.on("weberror", on_error)
    return complaints


@pytest.fixture
def telefoon(new_context) -> Telefoon:
    """A telephone in the hand of who writes for Beesd."""
    context = new_context(**SCHERM)
    context.add_init_script(KIJKT)
    t = Telefoon(context.new_page())
    t.ga_verder("redactie-beesd")
    return t


@pytest.fixture
def axe() -> Callable[..., None]:
    """`axe(page)` fails on whatever axe-core finds wrong with the accessibility of the page as it stands now.

    More options of `axe.run` may say which rules: those that see something else than they did before.
    """

    def check(page: Page, **more: object) -> None:
        # What axe fetches beforehand is for rules about sound and turned screens that aren't among these.
        options = {"runOnly": WCAG_22_AA, "resultTypes": ["violations"], "preload": False, **more}
        # Half a megabyte of script, that stays until the page goes.
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        found = page.evaluate(f"axe.run({json.dumps(options)}).then(({{violations}}) => ({{violations}}))")
        if results := found["violations"]:
            dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
            seen = f"{page.url}, {page.viewport_size}, {'dark' if dark else 'light'}"
            raise AssertionError(f"{seen}: {len(results)}, {AxeResults(found).generate_report()}")

    return check
