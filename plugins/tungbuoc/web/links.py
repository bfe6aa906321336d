"""Links from one page of the site to another, right on the web and from a USB stick alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Links:
    """Relative links of a page `depth` folders below the site's root; without directory addresses they
    name `index.html`."""

    depth: int
    directory_urls: bool

    @property
    def up(self) -> str:
        """The way to the root: `../` a folder."""
        return "../" * self.depth

    def page(self, url: str) -> str:
        """A page by its MkDocs address (`vneid/kich-hoat/` or `vneid/kich-hoat.html`); the empty one is
        the home page."""
        if not self.directory_urls and (not url or url.endswith("/")):
            url += "index.html"
        return self.up + url or "./"

    def source(self, path: str) -> str:
        """A page by the Markdown file below `docs/` that it is made of or would be."""
        bare = path.removesuffix(".md")
        if bare.rpartition("/")[2] == "index":
            return self.page(bare.removesuffix("index"))
        return self.page(f"{bare}/" if self.directory_urls else f"{bare}.html")

    def code(self, key: str) -> str:
        """The page behind a code, a folder of its own in both kinds of site."""
        return f"{self.up}{key}/" + ("" if self.directory_urls else "index.html")

    def file(self, path: str) -> str:
        """Any other file by its path below the root."""
        return self.up + path
