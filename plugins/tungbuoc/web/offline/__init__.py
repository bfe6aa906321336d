"""What lets the site live without a network: a service worker, the tables it reads, and the scripts of our
pages for it.

`install` writes them into a finished site, `remove` the worker that takes them off every phone again; `ended`
adds the few bytes at the end of every page that start them; under `ZIPPED` sizes are remembered.
"""

from tungbuoc.web.offline.install import install, remove
from tungbuoc.web.offline.tables import ZIPPED
from tungbuoc.web.offline.tail import ended

__all__ = ["ZIPPED", "ended", "install", "remove"]
