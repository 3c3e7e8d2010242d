"""What every page keeps to, for the tests of all areas: nothing inline, headers that hold, one heading, a title."""

from django.http import HttpResponse
from lxml import html

_POLICY = ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")


def assert_strict(response: HttpResponse) -> None:
    """The page has no script, style or handler in its own text, one h1 and a title, and the headers that keep it so."""
    page = html.fromstring(response.content)
    assert inline(page) == []
    assert len(page.xpath("//h1")) == 1, page.xpath("//h1//text()")
    assert page.findtext(".//title")
    assert_headers(response)


def assert_headers(response: HttpResponse) -> None:
    """A strict policy, and an answer that no cache keeps."""
    policy = response["Content-Security-Policy"]
    assert all(part in policy for part in _POLICY), policy
    assert "unsafe" not in policy
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def inline(page: html.HtmlElement) -> list[str]:
    """What the policy would stop: scripts in the page (JSON is none), styles, handlers, addresses that are code, others' addresses."""
    found = [f"<script> {one.text[:40]}" for one in page.xpath("//script[not(@src)]") if one.get("type") != "application/json"]
    found += ["<style>" for _ in page.xpath("//style")]
    for one in page.iter():
        for name, value in one.attrib.items() if isinstance(one.tag, str) else ():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                found.append(f"<{one.tag} {name}>")
            if name in ("src", "action") and value.startswith(("http", "//")):
                found.append(f"<{one.tag} {name}={value}>")
    return found


def words(response: HttpResponse) -> str:
    """The text of the main part of the page, on one line."""
    (main,) = html.fromstring(response.content).xpath("//main")
    return " ".join(main.text_content().split())


def problems(response: HttpResponse) -> list[str]:
    """The lines of the error summary."""
    page = html.fromstring(response.content)
    lines = page.xpath("//*[contains(@class, 'govuk-error-summary__list')]/li")
    return [" ".join(line.text_content().split()) for line in lines]
