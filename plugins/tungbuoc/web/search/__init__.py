"""Vietnamese search that forgives: our own engine behind Material's search box.

`install` is called once after a build. `engine/` is the engine's source, read by Node in tests and joined
into one file for the theme's worker; `page/` is what runs on the page itself.
"""

from tungbuoc.web.search.install import ENGINE, POLYFILLS, install
from tungbuoc.web.search.vocabulary import PATH, Errand, Vocabulary, read_vocabulary

__all__ = ["ENGINE", "PATH", "POLYFILLS", "Errand", "Vocabulary", "install", "read_vocabulary"]
