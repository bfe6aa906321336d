// The lessons as words: every text cut once, every word known by its folded form.

import { fold, words } from "./text.mjs"

/**
 * Read the documents of our index, text without tags, into one library. A page comes first, then its sections; those of a lesson are
 * packed in it as `steps`, each “48217 Title|text”. `keys` is what people call the lesson's errands.
 *
 * A page holds `docs` (`{location, title, text}` as shown, `heads` and `body` the same two cut into words) and `runs`, the words of each text with the kind of text:
 * `[kind, words, number of its document]`. `forms` maps folded forms to their spellings, each with the number of pages it stands on;
 * `pairs` counts two folded forms side by side.
 */
export function library(entries) {
  const lib = { forms: new Map(), pairs: new Map(), pages: [], swaps: [], stops: [] }
  const byPath = new Map()
  for (const entry of entries) {
    if (entry.swaps) {
      lib.swaps = entry.swaps.map(phrases)
      lib.stops = phrases(entry.stops)
      continue
    }
    const path = entry.location.split("#")[0]
    let page = byPath.get(path)
    if (!page) {
      const runs = ["keys", "said"].map(kind => [kind, plain(words(entry[kind] || "")), 0])
      entry.theme?.split(" ").forEach(word => runs.push(["theme", [word], 0]))
      page = { docs: [], runs, code: entry.code?.toLowerCase() }
      byPath.set(path, page)
      lib.pages.push(page)
    }
    for (const { location, title, text } of unpacked(entry)) {
      const doc = { location, title, text, heads: words(title), body: words(text) }
      const at = page.docs.push(doc) - 1
      page.runs.push([at ? "step" : "title", plain(doc.heads), at], ["text", plain(doc.body), at])
    }
  }
  lib.pages.forEach(page => count(lib, page))
  return lib
}

function phrases(text) {
  return text.split("|").map(said => said.split(" "))
}

/** How often the folded forms `a` and `b` stand side by side. */
export function together(lib, a, b) {
  return lib.pairs.get(a + " " + b) || 0
}

function unpacked({ location, title, text = "", steps = [] }) {
  return [
    { location, title, text },
    ...steps.map((step, at) => {
      const [, key, name, said] = /^(\d+) ([^|]*)\|?(.*)$/.exec(step)
      return { location: location + "#" + key, title: "Bước " + (at + 1) + ": " + name, text: said }
    }),
  ]
}

function plain(cut) {
  return cut.map(({ word }) => word)
}

function count(lib, page) {
  const seen = new Set()
  for (const [, run] of page.runs)
    run.forEach((word, at) => {
      const form = fold(word)
      if (!lib.forms.has(form)) lib.forms.set(form, new Map())
      const written = lib.forms.get(form)
      if (!seen.has(word)) written.set(word, (written.get(word) || 0) + 1)
      seen.add(word)
      if (at) {
        const pair = fold(run[at - 1]) + " " + form
        lib.pairs.set(pair, (lib.pairs.get(pair) || 0) + 1)
      }
    })
}
