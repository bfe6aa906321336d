// From scores to what the theme's result list shows: pages in order, their best sections, marks and a short extract.

import { words } from "./text.mjs"
import { readings } from "./query.mjs"
import { rank } from "./rank.mjs"

const MOST_PAGES = 24
const WORTH = 0.3 // pages below this share of the best one are noise
const EXTRACT = 34 // words of text shown around the best place

/** The answer to `query` as the theme wants it: one list for each page, `{location, title, text, score, terms}` in it. */
export function results(query, lib, swaps) {
  const code = stepCode(query)
  if (code) {
    const found = byStep(code, lib)
    if (found.length) return found
  }
  const best = new Map()
  for (const reading of readings(query, lib, swaps))
    for (const found of rank(lib, reading))
      if (!(best.get(found.page)?.score >= found.score)) best.set(found.page, { ...found, reading })
  const lesson = query.trim().toLowerCase()
  const scored = [...best.values()].map(found => (found.page.code === lesson ? { ...found, score: found.score + 9 } : found))
  for (const page of lib.pages)
    if (page.code === lesson && lesson && !best.has(page)) scored.push({ page, score: 9, docs: page.docs.map(() => 0), reading: { slots: [] } })
  scored.sort((a, b) => b.score - a.score)
  return scored.filter(({ score }) => score > WORTH * scored[0].score).slice(0, MOST_PAGES).map(shown)
}

/** The digits of a step's code in `query` (“48217”, “48 217”, a whole address), or nothing. */
function stepCode(query) {
  const [digits] = /\d{3,5}/.exec(query.replace(/(\d)[ .-](?=\d)/g, "$1")) || []
  return /^[\d .-]+$/.test(query.trim()) || /\/\d{5}\b/.test(query) ? digits : undefined
}

function byStep(code, lib) {
  const found = []
  for (const page of lib.pages)
    page.docs.forEach((doc, at) => {
      if (at && doc.location.split("#")[1].startsWith(code))
        found.push([item(doc, new Set(), 9), item(page.docs[0], new Set(), 1)])
    })
  return found
}

/** One page of the answer. What stands first, and all with its score, is unfolded; the theme folds the rest away. */
function shown({ page, docs, score, reading }) {
  const [main, ...sections] = page.docs.map((doc, at) => ({ doc, at, score: docs[at] }))
  const ordered = sections.filter(section => section.score > 0).sort((a, b) => b.score - a.score)
  const top = ordered[0]
  const leads = top && top.score > 0.6 * main.score
  const fold = ordered.slice(leads ? 1 : 0, 5).map(({ doc, score: own }) => item(doc, chosen(doc, reading), (own * score) / 9))
  const article = item(main.doc, chosen(main.doc, reading), score)
  return leads ? [item(top.doc, chosen(top.doc, reading), score), article, ...fold] : [article, ...fold]
}

/** The spellings to mark in `doc`: where words stand together as in the query, their chance look-alikes elsewhere stay bare. */
function chosen(doc, { slots }) {
  const real = slots.filter(slot => slot.weight > 0.4)
  const marked = new Set()
  const text = [...words(doc.title), {}, ...words(doc.text)].map(({ word }) => word)
  for (const slot of real) {
    const at = slots.indexOf(slot)
    const fits = word => slot.bySpelling.get(word) || 0
    const near = text.filter((word, i) => fits(word) && (slots[at - 1]?.bySpelling.has(text[i - 1]) || slots[at + 1]?.bySpelling.has(text[i + 1])))
    const pool = near.length ? near : text.filter(fits)
    const best = Math.max(0, ...pool.map(fits))
    pool.forEach(word => fits(word) > best - 0.1 && marked.add(word))
  }
  return marked
}

function item(doc, marked, score) {
  const terms = {}
  for (const word of marked) terms[word] = true
  return { location: doc.location, title: mark(doc.title, marked), text: mark(extract(doc.text, marked), marked), score, terms }
}

/** About `EXTRACT` words of `text` around the place where most of the marked words stand. */
function extract(text, marked) {
  const all = words(text)
  if (all.length <= EXTRACT) return text
  const hit = all.map(({ word }) => +marked.has(word))
  let [best, start] = [-1, 0]
  for (let at = 0; at < all.length; at++) {
    const here = hit.slice(at, at + EXTRACT - 8).reduce((total, one) => total + one, 0)
    if (here > best) [best, start] = [here, at]
  }
  const from = Math.max(0, Math.min(start - 4, all.length - EXTRACT))
  const to = Math.min(all.length, from + EXTRACT)
  return (from ? "… " : "") + text.slice(from ? all[from].start : 0, to < all.length ? all[to - 1].end : text.length) + (to < all.length ? " …" : "")
}

function mark(text, marked) {
  let [out, done] = ["", 0]
  for (const { word, start, end } of words(text))
    if (marked.has(word)) {
      out += text.slice(done, start) + "<mark>" + text.slice(start, end) + "</mark>"
      done = end
    }
  return (out + text.slice(done)).replace(/<\/mark>( +)<mark>/g, "$1")
}
