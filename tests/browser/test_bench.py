"""The bench sees what it must see. Every other test in the browser leans on that without saying so."""

import pytest
from playwright.sync_api import Page

from .conftest import watch


@pytest.fixture
def tempted(new_context, base_url) -> tuple[Page, list[str]]:
    """A page of the demo, outside the guard of `context`, with the list of what's wrong in it."""
    context = new_context()
    complaints = watch(context, base_url)
    page = context.new_page()
    page.goto("/")
    assert complaints == []
    return page, complaints


def test_sees_a_request_to_another_host(tempted):
    page, complaints = tempted
    page.evaluate("fetch('https://example.org/').catch(() => null)")
    page.wait_for_timeout(200)
    # The policy stops it before it leaves the browser; the complaint about that names the host.
    assert any("https://example.org/" in complaint for complaint in complaints)


def test_sees_an_uncaught_error(tempted):
    page, complaints = tempted
    page.evaluate("setTimeout(() => { throw new Error('kapot') })")
    page.wait_for_timeout(200)
    assert any("kapot" in complaint for complaint in complaints)


def test_sees_a_style_that_the_policy_blocks(tempted):
    page, complaints = tempted
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">rood</p>')")
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in complaint for complaint in complaints)


def test_a_page_that_is_not_there_is_no_complaint(page):
    assert page.goto("/bestaat-niet/").status == 404


def test_axe_fails_on_a_picture_without_words(page, axe):
    page.goto("/")
    page.evaluate("document.querySelector('main').append(new Image())")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)
