// From scores to what the theme's result list shows: pages in order, their best section, marks and a short extract.

import { words } from "./text.mjs"
import { readings } from "./query.mjs"
import { rank } from "./rank.mjs"

const MOST_PAGES = 15
const WORTH = 0.3 // pages below this share of the best one are noise
const FIRST = 9 // above every score: the lesson or step whose code was typed
const EXTRACT = 34 // words of text shown around the best place

/** The answer to `query` as the theme wants it: one list for each page, `{location, title, text, score, terms}` in it. */
export function results(query, lib) {
  const step = stepCode(query)
  const lesson = query.trim().toLowerCase().replace(/^b[àa]i +/, "")
  const best = new Map()
  const offer = found => best.get(found.page)?.score >= found.score || best.set(found.page, found)
  for (const page of lib.pages) {
    const docs = page.docs.map(({ location }) => (step && location.split("#")[1] === step ? FIRST : 0))
    if (docs.some(Boolean) || page.code === lesson) offer({ page, docs, slots: [], score: FIRST })
  }
  if (!step || !best.size)
    readings(query, lib).forEach((slots, at) => rank(lib, slots).forEach(found => offer({ ...found, slots, score: found.score * (at ? 0.97 : 1) })))
  const found = [...best.values()].sort((a, b) => b.score - a.score)
  return found.filter(({ score }) => score > WORTH * Math.min(1, found[0].score)).slice(0, MOST_PAGES).map(shown)
}

/** The digits of a step's code in `query` (“48217”, “48 217”, a whole address), or nothing. */
function stepCode(query) {
  const bare = query.trim().replace(/(\d)[ .-](?=\d)/g, "$1")
  return (/^(\d{5})$/.exec(bare) || /\/(\d{5})\/?$/.exec(bare) || [])[1]
}

/** One page of the answer. What stands first, and all with its score, is unfolded; the theme folds the rest away. */
function shown({ page, docs, slots, score }) {
  const made = (at, own) => item(page.docs[at], chosen(page.docs[at], slots), own)
  const sections = docs.map((own, at) => at).filter(at => at && docs[at] > 0).sort((a, b) => docs[b] - docs[a])
  const leads = docs[sections[0]] > 0.6 * docs[0]
  const folded = sections.slice(leads ? 1 : 0, 4).map(at => made(at, 0))
  // Enter opens what has the highest score: a step only when the lesson itself holds less of what was asked.
  const article = made(0, docs[sections[0]] === FIRST ? 0 : score)
  return leads ? [made(sections[0], score), article, ...folded] : [article, ...folded]
}

/** The spellings to mark in `doc`: where words stand together as in the query, their chance look-alikes elsewhere stay bare. */
function chosen(doc, slots) {
  const marked = new Set()
  const text = [...doc.heads, {}, ...doc.body].map(({ word }) => word)
  slots.forEach(({ fits, weight }, at) => {
    if (weight < 0.4) return
    const all = text.filter(word => fits.has(word))
    const near = text.filter((word, i) => fits.has(word) && (slots[at - 1]?.fits.has(text[i - 1]) || slots[at + 1]?.fits.has(text[i + 1])))
    const pool = near.length ? near : all
    const most = Math.max(...pool.map(word => fits.get(word)))
    pool.forEach(word => fits.get(word) > most - 0.1 && marked.add(word))
  })
  return marked
}

function item({ location, title, text, body }, marked, score) {
  const terms = Object.fromEntries([...marked].map(word => [word, true]))
  return { location, title: mark(title, marked), text: mark(extract(text, body, marked), marked), score, terms }
}

/** About `EXTRACT` words of `text`, cut into `all`, around the place where most of the marked words stand. */
function extract(text, all, marked) {
  if (all.length <= EXTRACT) return text
  const hits = all.map((_, at) => all.slice(at, at + EXTRACT - 8).filter(({ word }) => marked.has(word)).length)
  const from = Math.max(0, Math.min(hits.indexOf(Math.max(...hits)) - 4, all.length - EXTRACT))
  const to = from + EXTRACT
  return (from ? "… " : "") + text.slice(from && all[from].start, all[to]?.start) + (all[to] ? "…" : "")
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
