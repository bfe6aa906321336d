"""The search box of a built site, driven in headless Chromium as a person would: type, wait for the list,
read it."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Every answer of the worker is counted, so that a list can be told from the one before it. On `file:` the
# worker is the
# stand-in that a later script puts in its place: so the name is watched, not only its first value.
_COUNT = """
(() => {
  window.answers = 0
  const counted = Real => class extends Real {
    constructor(...args) {
      super(...args)
      this.addEventListener("message", event => {
        if (event.data.type === 1) window.searchReady = performance.now()
        if (event.data.type === 3) window.answers++
      })
    }
  }
  let current = counted(window.Worker)
  Object.defineProperty(window, "Worker", { get: () => current, set: value => { current = counted(value) } })
})()
"""
_TYPE = """text => {
  const box = document.querySelector(".md-search__input")
  box.value = text
  box.dispatchEvent(new KeyboardEvent("keyup"))
}"""
_LINKS = """
[...document.querySelectorAll(".md-search-result__item")].map(item =>
  item.querySelector("a[href]:has(h1)").getAttribute("href"))
"""


@dataclass(slots=True)
class Box:
    """An open page with its search box; `errors` gathers what the console and the page complain about."""

    page: Page
    cdp: CDPSession
    errors: list[str]
    requests: list[str]

    @property
    def ready(self) -> float:
        """Milliseconds from the page's start until the search could answer."""
        return float(self.page.evaluate("searchReady"))

    def ask(self, query: str) -> list[str]:
        """The pages found for `query`, as the addresses of the list, best first."""
        # The box is emptied first and that answer awaited, or it would be taken for the one to `query`.
        for text in ("", query):
            if text != self.page.evaluate("document.querySelector('.md-search__input').value"):
                before = self.page.evaluate("answers")
                self.page.evaluate(_TYPE, text)
                self.page.wait_for_function("before => answers > before", arg=before, timeout=60_000)
        # The first ten are drawn at once, four more when the list is scrolled: enough for recall at five.
        self.page.wait_for_timeout(15)
        return list(self.page.evaluate(_LINKS))

    def time(self, query: str) -> float:
        """Milliseconds from the last key of `query` to the drawn list, all but that key typed before."""
        self.ask(query[:-1])
        before = self.page.evaluate("answers")
        return float(
            self.page.evaluate(
                """async ([query, before]) => {
                  const box = document.querySelector(".md-search__input")
                  const start = performance.now()
                  box.value = query
                  box.dispatchEvent(new KeyboardEvent("keyup"))
                  while (answers === before) await new Promise(done => setTimeout(done))
                  await new Promise(requestAnimationFrame)
                  return performance.now() - start
                }""",
                [query, before],
            )
        )


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of `site` on a local server."""
    handler = functools.partial(_Silent, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, the one of Playwright where there is none."""
    with sync_playwright() as player:
        found = next(
            (
                path
                for name in ("chromium", "chromium-browser", "google-chrome")
                if (path := shutil.which(name))
            ),
            None,
        )
        browser = player.chromium.launch(executable_path=found, args=_QUIET)
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, address: str, *, width: int = 1280, slower: int = 1, settled: bool = True
) -> Iterator[Box]:
    """A new page at `address` with the search ready and its box open; `file:` addresses too.

    `slower` throttles the processor that many times, for the page and for its worker; `settled` asks
    something first.
    """
    page = browser.new_page(viewport={"width": width, "height": 900})
    box = Box(page, page.context.new_cdp_session(page), [], [])
    page.on(
        "console",
        lambda message: box.errors.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: box.errors.append(str(error)))
    page.on("request", lambda request: box.requests.append(request.url))
    page.add_init_script(_COUNT)
    box.cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.evaluate(
        "(document.querySelector('[data-tb=search]') || document.querySelector('#__search')).click()"
    )
    page.wait_for_function("window.searchReady", timeout=120_000)
    if settled:
        _settle(page)
    yield box
    page.close()


def _settle(page: Page) -> None:
    page.evaluate(_TYPE, "a")
    page.wait_for_function("answers > 0", timeout=60_000)
    page.wait_for_timeout(300)


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the figures are what is read."""
