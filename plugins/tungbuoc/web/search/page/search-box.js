// On every page, before the theme's own script: the search box listens to all that can change it, and words that were
// searched for are marked on the page they were found on.

(() => {
  // The theme listens to keys alone; voice, paste and the keyboard's suggestions change the text without one.
  document.addEventListener("input", event => {
    if (event.target.matches("[data-md-component=search-query]")) event.target.dispatchEvent(new KeyboardEvent("keyup"))
  })

  // The theme would mark letters inside other words (“an” in “bản”), so its `?h=` is taken away before it looks.
  const address = new URL(location.href)
  const sought = new Set((address.searchParams.get("h") || "").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean))
  if (address.searchParams.has("h")) {
    address.searchParams.delete("h")
    try {
      history.replaceState(history.state, "", address)
    } catch {
      return // a browser that keeps file addresses as they are: then the theme does the marking
    }
  }
  if (sought.size)
    document.addEventListener("DOMContentLoaded", () => markIn(document.querySelector(".md-content") || document.querySelector("main") || document.body))

  function markIn(content) {
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    const found = []
    while (texts.nextNode())
      if (!texts.currentNode.parentElement.closest("script, style, svg, button, textarea")) found.push(texts.currentNode)
    found.forEach(markText)
  }

  function markText(node) {
    const text = node.data
    const spans = []
    for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
      if (sought.has(match[0].normalize("NFC").toLowerCase())) {
        const last = spans[spans.length - 1]
        const end = match.index + match[0].length
        // Words with only blanks between them make one mark.
        if (last && !text.slice(last[1], match.index).trim()) last[1] = end
        else spans.push([match.index, end])
      }
    for (const [start, end] of spans.reverse()) {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      const mark = document.createElement("mark")
      mark.dataset.mdHighlight = ""
      range.surroundContents(mark)
    }
  }
})()
