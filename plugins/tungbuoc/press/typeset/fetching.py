"""What a handout may fetch: files below its project and those of the package, nothing else and nothing from a
network."""

from __future__ import annotations

from base64 import b64decode
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from tungbuoc.press import shelf


class ForbiddenError(FatalURLFetchingError):
    """A handout asked for something outside the project or on the network: `near` is how the author named
    it."""

    def __init__(self, text: str, near: str) -> None:
        super().__init__(text)
        self.near = near


@lru_cache(maxsize=4)
def fetcher(root: Path, formats_dir: Path) -> Fetcher:
    """One for a project, whose `print/formats` is `formats_dir`."""
    return Fetcher(root, formats_dir)


class Fetcher(URLFetcher):
    """Serves `data:`, files below `root` and those of the formats, without the machinery for networks;
    anything else is refused, and the handout with it."""

    def __init__(self, root: Path, formats_dir: Path) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._below, self._formats_dir = root.resolve(), formats_dir.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 WeasyPrint's signature
        """The resource, or `ForbiddenError`."""
        scheme = url.partition(":")[0].lower()
        if scheme == "data":
            about, _, body = url.removeprefix("data:").partition(",")
            content = b64decode(body) if about.endswith(";base64") else unquote_to_bytes(body)
            return URLFetcherResponse(url, content, {"Content-Type": about.partition(";")[0] or "text/plain"})
        if scheme != "file":
            raise ForbiddenError(f"hình «{url}» ở trên mạng, mà tờ in không tải gì từ mạng", url)
        path = self._found(Path(url2pathname(urlsplit(url).path)).resolve())
        if not path.is_file():
            raise ForbiddenError(f"hình «{path.name}» không có, hoặc nằm ngoài dự án", path.name)
        return URLFetcherResponse(
            url, path.read_bytes(), {"Content-Type": guess_type(path.name)[0] or "application/octet-stream"}
        )

    def _found(self, asked: Path) -> Path:
        """The file itself, or the package's where the project's print folder has none; refused outside of
        both."""
        printed = self._formats_dir.parent
        if asked.is_relative_to(printed) and not asked.is_file():
            asked = shelf.find(self._formats_dir, asked.relative_to(printed).as_posix())
        if not (asked.is_relative_to(self._below) or shelf.ours(asked)):
            raise ForbiddenError(f"hình «{asked.name}» không có, hoặc nằm ngoài dự án", asked.name)
        return asked
