"""The same drawing in a browser and on paper."""

from __future__ import annotations

from typing import Any

import pytest

from tungbuoc.lesson.screens import PRINT, WEB, draw

from .samples import everything, gallery

# The press font made 12 % wider: what a phone with another font may do to the words.
_WIDER = "".join(
    f"@font-face {{ font-family: Wider; font-weight: {weight}; src: local('{name}'); size-adjust: 112% }}"
    for weight, name in ((400, "Noto Sans Regular"), (700, "Noto Sans Bold"))
)
_MEASURE = """() => [...document.querySelectorAll('svg')].map(svg => [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBBox(); return [text.textContent, box.x, box.x + box.width, text.getComputedTextLength()] }))"""


def _in(family: str, svg: str) -> str:
    """The drawing four times as large in another font; Chromium takes the no-break space of a local face
    from elsewhere."""
    other = svg.replace(f'font-family="{WEB.family}"', f'font-family="{family}"').replace("\u00a0", " ")
    return other.replace("<svg", '<svg width="656"', 1)


@pytest.mark.browser
@pytest.mark.parametrize("family", ["Wider", "DejaVu Sans Condensed"])
def test_words_stay_in_their_boxes_in_a_wider_font(browser: Any, family: str) -> None:
    samples = everything()
    drawings = [draw(sample.screen(), WEB) for sample in samples]
    svgs = "".join(_in(family, drawing.svg) for drawing in drawings)
    page = browser.new_page()
    try:
        page.set_content(
            f"<meta charset=utf-8><style>{_WIDER} text {{ text-rendering: geometricPrecision }}</style>{svgs}"
        )
        page.evaluate("() => Promise.all([...document.fonts].map(face => face.load()))")
        found = page.evaluate(_MEASURE)
    finally:
        page.close()
    for sample, drawing, texts in zip(samples, drawings, found, strict=True):
        assert len(texts) == len(drawing.letters)
        for (words, x0, x1, length), box in zip(texts, drawing.letters, strict=True):
            assert 3.6 <= x0 < x1 <= 140.5, (sample, words)
            if family == "Wider":
                assert length <= box.x1 - box.x0 + 1, (sample, words)  # the table has no kerning


@pytest.mark.press
def test_paper_shows_every_word() -> None:
    import pypdfium2
    import weasyprint

    sample = gallery()[0]
    svg = draw(sample.screen(), PRINT).svg.replace("<svg", '<svg style="width:39.4mm"', 1)
    pdf = pypdfium2.PdfDocument(weasyprint.HTML(string=f"<meta charset=utf-8>{svg}").write_pdf())
    text = pdf[0].get_textpage().get_text_range()
    for words in ("Danh bạ", "Con gái", "Công an xã", "Ngân hàng"):
        assert words in text
    dark = [
        value for value in pdf[0].render(scale=2, grayscale=True).to_numpy().flatten().tolist() if value < 60
    ]
    assert len(dark) > 3000
