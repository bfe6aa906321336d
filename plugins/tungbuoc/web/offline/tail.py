"""The end of every page: start the service worker, and kiosk mode where it is asked for."""

from __future__ import annotations

_WORKER = (
    'navigator.serviceWorker&&addEventListener("load",'
    'function(){navigator.serviceWorker.register("%ssw.js")});'
)
_KIOSK = (
    "try{/[?&]kiosk=1/.test(location)&&(sessionStorage.kiosk=1);sessionStorage.kiosk&&"
    'document.body.appendChild(document.createElement("script")).setAttribute("src","%sassets/javascripts/kiosk.js")}catch(e){}'
)

_COURSE = '<script defer src="%sassets/javascripts/offline.js"></script>'


def ended(page: str, up: str, *, worker: bool, course: bool = False) -> str:
    """`page` (HTML) with our scripts at its end; `up` is its way to the site's root.

    `worker` starts the service worker: neither a preview nor a USB stick has one. `course` is for the pages
    that offer the whole course to take along.
    """
    body, found, rest = page.rpartition("</body>")
    scripts = f"<script>{_WORKER % up if worker else ''}{_KIOSK % up}</script>" + (
        _COURSE % up if worker and course else ""
    )
    return f"{body}{scripts}{found}{rest}" if found else page
