// How well each page, and each section of it, answers one reading of the query.

// What a word counts by the kind of text it stands in.
const COUNTS = { title: 6, keys: 5, said: 4, step: 3, theme: 3, text: 0.6 }
const HALF = 4 // as much evidence as brings half of a slot's weight
const PAIR = 1.2 // two neighbours found together against one word found
const SECTION = 0.5 // the best section's share beside the page's own
const NO_LESSON = 0.6

/** For every page that holds any of it: `{page, score, docs: [score of each document]}`; scores lie between 0 and about 1. */
export function rank(lib, slots) {
  const wanted = new Map()
  slots.forEach(({ fits }, at) => fits.forEach((fit, word) => wanted.set(word, [...(wanted.get(word) || []), [at, fit]])))
  const weights = slots.map(({ weight }) => weight)
  const pairs = weights.map((weight, at) => (at ? PAIR * Math.sqrt(weight * weights[at - 1]) : 0))
  const value = ({ words, pairs: both }) => sum(weights.map((weight, at) => weight * part(words[at]) + pairs[at] * part(both[at])))
  const full = sum(weights) + sum(pairs)
  return lib.pages.flatMap(page => {
    const all = tally(weights)
    const own = page.docs.map(() => tally(weights))
    page.runs.forEach(([kind, run, at]) => scan(run, wanted, COUNTS[kind], [all, own[at]]))
    const docs = own.map(one => value(one) / full)
    const score = (value(all) / full + SECTION * Math.max(...docs)) / (1 + SECTION)
    return score ? [{ page, docs, score: score * (page.code ? 1 : NO_LESSON) }] : []
  })
}

function tally(weights) {
  return { words: weights.map(() => 0), pairs: weights.map(() => 0) }
}

/** Add what the words of `run` bring to each of the `tallies`. */
function scan(run, wanted, counts, tallies) {
  const last = [] // slot → [where it was last seen, how well it fitted]
  run.forEach((word, at) => {
    for (const [slot, fit] of wanted.get(word) || []) {
      const follows = (before, near) => (before && at > before[0] && at - before[0] < near ? (counts * fit * before[1]) / (at - before[0]) : 0)
      for (const { words, pairs } of tallies) {
        words[slot] += counts * fit * fit
        pairs[slot] += follows(last[slot - 1], 4)
        pairs[slot + 1] += 0.3 * follows(last[slot + 1], 3)
      }
      last[slot] = [at, fit]
    }
  })
}

function part(evidence) {
  return evidence / (evidence + HALF)
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
