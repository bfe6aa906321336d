// How well each page, and each section of it, answers one reading of the query.

const TITLE = 4 // a word in the lesson's title
const STEP = 2 // … in a section's title
const KEYS = 5 // … in what people call the lesson's errand
const TEXT = 1
const HALF = 3 // as much evidence as brings half of a slot's weight
const PAIR = 0.9 // two neighbours found together against one word found
const SECTION = 0.4 // the best section's share beside the page's own
const NO_LESSON = 0.6

/** For every page that holds any of it: `{page, score, docs: [score of each document]}`; scores lie between 0 and about 1. */
export function rank(lib, { slots, weight }) {
  const wanted = new Map()
  slots.forEach(({ fits }, at) => fits.forEach((fit, word) => wanted.set(word, [...(wanted.get(word) || []), [at, fit]])))
  const pairs = slots.map((slot, at) => (at ? Math.sqrt(slot.weight * slots[at - 1].weight) : 0))
  const full = sum(slots.map(slot => slot.weight)) + PAIR * sum(pairs)
  const found = []
  for (const page of lib.pages) {
    const all = tally(slots.length)
    scan(page.keys, wanted, KEYS, [all])
    const docs = page.docs.map((doc, at) => {
      const own = tally(slots.length)
      scan(doc.titleWords, wanted, at ? STEP : TITLE, [all, own])
      scan(doc.textWords, wanted, TEXT, [all, own])
      return value(own, slots, pairs) / full
    })
    const score = (value(all, slots, pairs) / full + SECTION * Math.max(...docs)) / (1 + SECTION)
    if (score > 0) found.push({ page, docs, score: score * weight * (lib.hasCodes && !page.code ? NO_LESSON : 1) })
  }
  return found
}

function tally(length) {
  return { words: new Float64Array(length), pairs: new Float64Array(length) }
}

/** Add what the words of `run` bring to each of the `tallies`. */
function scan(run, wanted, field, tallies) {
  let last = new Map() // slot → [where it was last seen, how well it fitted]
  for (let at = 0; at < run.length; at++) {
    const hits = wanted.get(run[at])
    if (!hits) continue
    for (const [slot, fit] of hits) {
      const before = last.get(slot - 1)
      const after = last.get(slot + 1)
      for (const to of tallies) {
        to.words[slot] += field * fit
        if (before && at - before[0] < 4) to.pairs[slot] += (field * fit * before[1]) / (at - before[0])
        if (after && at - after[0] < 3) to.pairs[slot + 1] += (0.3 * field * fit * after[1]) / (at - after[0])
      }
    }
    for (const [slot, fit] of hits) last.set(slot, [at, fit])
  }
}

function value(own, slots, pairs) {
  return sum(slots.map((slot, at) => slot.weight * part(own.words[at]) + PAIR * pairs[at] * part(own.pairs[at])))
}

function part(evidence) {
  return evidence / (evidence + HALF)
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
