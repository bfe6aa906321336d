// The lessons as numbers: every word once, every text as a list of word numbers.

import { fold, words } from "./text.mjs"

/**
 * Read the documents of the theme's index into one library. A page comes first, then its sections; those of a lesson are
 * packed in it as `steps`, each “48217 Title|text”. `keys` is what people call the lesson's errands.
 */
export function library(docs) {
  const lib = {
    spelled: [], // word number → the word as written
    folded: [], // word number → the number of its folded form
    forms: new Map(), // folded form → its number
    spellings: [], // folded number → word numbers
    pagesWith: [], // folded number → on how many pages
    pairs: new Map(), // two folded numbers in one → how often they stand side by side
    pages: [],
  }
  const numbers = new Map()
  const read = text => Int32Array.from(words(text), ({ word }) => number(lib, numbers, word))
  const byPath = new Map()
  for (const doc of docs) {
    const path = doc.location.split("#")[0]
    if (!byPath.has(path)) {
      byPath.set(path, { docs: [], keys: read(doc.keys || ""), code: (doc.code || "").toLowerCase() })
      lib.pages.push(byPath.get(path))
    }
    for (const { location, title, text } of unpacked(doc))
      byPath.get(path).docs.push({ location, title, text, titleWords: read(title), textWords: read(text) })
  }
  lib.pages.forEach(page => count(lib, page))
  lib.hasCodes = lib.pages.some(page => page.code)
  return lib
}

/** Whether the folded forms `a` and `b` stand side by side anywhere. */
export function together(lib, a, b) {
  return lib.pairs.get(pair(lib.forms.get(a), lib.forms.get(b))) || 0
}

function unpacked(doc) {
  const steps = (doc.steps || []).map((step, at) => {
    const [, key, title, text] = /^(\d+) ([^|]*)\|?(.*)$/.exec(step)
    return { location: doc.location + "#" + key, title: `Bước ${at + 1}: ${title}`, text }
  })
  return [{ location: doc.location, title: plain(doc.title), text: plain(doc.text) }, ...steps]
}

function plain(html) {
  return (html || "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim()
}

function pair(a, b) {
  return a * 65536 + b
}

function number(lib, numbers, word) {
  if (numbers.has(word)) return numbers.get(word)
  const form = fold(word)
  if (!lib.forms.has(form)) {
    lib.forms.set(form, lib.spellings.length)
    lib.spellings.push([])
    lib.pagesWith.push(0)
  }
  const made = lib.spelled.push(word) - 1
  numbers.set(word, made)
  lib.folded.push(lib.forms.get(form))
  lib.spellings[lib.folded[made]].push(made)
  return made
}

function count(lib, page) {
  const seen = new Set()
  for (const run of [page.keys, ...page.docs.flatMap(doc => [doc.titleWords, doc.textWords])])
    run.forEach((word, at) => {
      seen.add(lib.folded[word])
      if (at) {
        const both = pair(lib.folded[run[at - 1]], lib.folded[word])
        lib.pairs.set(both, (lib.pairs.get(both) || 0) + 1)
      }
    })
  for (const form of seen) lib.pagesWith[form]++
}
