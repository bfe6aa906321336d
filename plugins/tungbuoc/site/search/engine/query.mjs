// What somebody typed → the ways to read it, each a list of slots that say which words of the library would do.

import { agreement, fold, oneSlip, sound, unkeyed, words } from "./text.mjs"
import { together } from "./library.mjs"

// Words of questions and of politeness: they say how somebody asks, not what about.
const STOPS = new Set(
  ("làm sao thế nào như gì đâu ai khi bao giờ tại vì tôi tui mình em cháu chị anh bác cô chú ông bà muốn cần xin hỏi giúp chỉ dùm giùm với nhé nha ạ ơi à " +
    "thì là mà và của cho có được không ko k hông hong dc đc ntn j phải rồi nữa cái cách để này kia đó vậy ở bị ra vào lên xuống bằng trên trong các những một về cũng đang đã sẽ hay nếu nên")
    .split(" "),
)
const MOST_LETTERS = 400
const MOST_WORDS = 24
const MOST_READINGS = 6

/**
 * The readings of `query`: each `{slots, weight}`. A slot holds `fits` (word number → how well it fits, 0–1), the same
 * `bySpelling`, and its `weight` in the score. `swaps` maps what people say to what lessons say: [[their words], [our words], …].
 */
export function readings(query, lib, swaps) {
  const typed = words(query.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS)
  const tokens = typed.map(({ word, end }) => ({ word, open: end === query.length }))
  return swapped(tokens, swaps)
    .flatMap(reading => spelledOut(reading, lib))
    .slice(0, MOST_READINGS)
    .map(reading => ({ slots: reading.tokens.map((_, at) => slot(reading.tokens, at, lib)), weight: reading.weight }))
}

/** `tokens` as typed, and with each swap that applies; the swapped readings count slightly less. */
function swapped(tokens, swaps) {
  let made = [{ tokens: [], weight: 1 }]
  for (let at = 0; at < tokens.length; ) {
    const [theirs, ...ours] = swaps.find(([said]) => startsWith(tokens, at, said)) || [[tokens[at].word]]
    const taken = tokens.slice(at, at + theirs.length)
    made = made.flatMap(({ tokens: before, weight }) => [
      { tokens: before.concat(taken), weight },
      ...ours.map(instead => ({ tokens: before.concat(instead.map(word => ({ word, ours: true }))), weight: weight * 0.97 })),
    ])
    at += theirs.length
  }
  return made.slice(0, MOST_READINGS)
}

function startsWith(tokens, at, said) {
  return said.every((word, i) => {
    const token = tokens[at + i]
    return token && fold(token.word) === fold(word) && agreement(token.word, word) > 0.9
  })
}

/** The reading with unknown tokens taken apart: joined words (“matkhau”) and initials (“mk”). */
function spelledOut(reading, lib) {
  let made = [{ tokens: [], weight: reading.weight }]
  for (const token of reading.tokens) {
    const form = fold(token.word)
    const known = token.ours || lib.forms.has(form) || lib.forms.has(unkeyed(form)) || (token.open && anyStartsWith(lib, form))
    const apart = known ? [] : [split(form, lib) || split(unkeyed(form), lib), ...initials(form, lib)].filter(Boolean)
    const ways = apart.length ? apart.map(parts => parts.map(word => ({ word }))) : [[token]]
    made = made.flatMap(({ tokens, weight }) => ways.map(way => ({ tokens: tokens.concat(way), weight })))
  }
  return made.slice(0, MOST_READINGS)
}

/** The fewest known forms that make up `joined` and stand side by side somewhere, or nothing. */
function split(joined, lib) {
  const best = [[]]
  for (let end = 1; end <= joined.length; end++)
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const [before, piece] = [best[start], joined.slice(start, end)]
      const fits = before && lib.forms.has(piece) && (piece.length > 1 || piece === "i") && (!start || together(lib, before[before.length - 1], piece))
      if (fits && (!best[end] || best[end].length > before.length + 1)) best[end] = [...before, piece]
    }
  const found = best[joined.length]
  return found && found.length > 1 ? found : undefined
}

/** The two most frequent runs of words whose initials are `letters` (“dvc” → “dịch vụ công”). */
function initials(letters, lib) {
  if (letters.length < 2 || letters.length > 5) return []
  const times = new Map()
  for (const page of lib.pages)
    for (const run of [page.keys, ...page.docs.flatMap(doc => [doc.titleWords, doc.textWords])])
      for (let at = 0; at + letters.length <= run.length; at++) {
        let i = 0
        while (i < letters.length && fold(lib.spelled[run[at + i]])[0] === letters[i]) i++
        if (i < letters.length) continue
        const said = Array.from(run.slice(at, at + i), word => lib.spelled[word]).join(" ")
        times.set(said, (times.get(said) || 0) + 1)
      }
  return [...times].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([said]) => said.split(" "))
}

function anyStartsWith(lib, form) {
  for (const known of lib.forms.keys()) if (known.startsWith(form)) return true
  return false
}

function slot(tokens, at, lib) {
  const token = tokens[at]
  const form = fold(token.word)
  const near = [tokens[at - 1], tokens[at + 1]].filter(Boolean).map(({ word }) => fold(word))
  const fits = new Map()
  const add = (known, factor) => {
    for (const word of lib.spellings[lib.forms.get(known)] || []) {
      const fit = factor * (known === form ? agreement(token.word, lib.spelled[word]) : 0.96)
      if (fit > (fits.get(word) || 0)) fits.set(word, fit)
    }
  }
  add(form, 1)
  if (!fits.size) add(unkeyed(form), 0.95)
  if (token.open) for (const known of lib.forms.keys()) if (known.startsWith(form)) add(known, lib.forms.has(form) ? 0.6 : 0.85)
  if (!fits.size) slips(form, near, lib).forEach(([known, factor]) => add(known, factor))
  const bySpelling = new Map([...fits].map(([word, fit]) => [lib.spelled[word], fit]))
  return { fits, bySpelling, weight: rarity(fits, lib) * importance(token, form, near, lib) }
}

/** The known forms one slip away from `form`; those that stand beside a neighbour somewhere count more. */
function slips(form, near, lib) {
  if (form.length < 3) return []
  const found = []
  for (const known of lib.forms.keys())
    if (oneSlip(form, known)) found.push([known, near.some(other => together(lib, other, known) || together(lib, known, other)) ? 0.8 : 0.5])
  return found
}

/** Rare words say more: the logarithm of pages over pages that hold one of the fitting words. */
function rarity(fits, lib) {
  const total = lib.pages.length
  let most = 0
  for (const word of fits.keys()) most = Math.max(most, lib.pagesWith[lib.folded[word]])
  return Math.log(1 + total / (most || Math.sqrt(total)))
}

function importance(token, form, near, lib) {
  if (token.ours) return 1
  if (STOPS.has(token.word)) return 0.12
  const asked = [...STOPS].filter(stop => fold(stop) === form)
  if (!asked.length || sound(token.word) !== form) return 1
  const others = (lib.spellings[lib.forms.get(form)] || []).some(word => !STOPS.has(lib.spelled[word]))
  return !others ? 0.12 : near.some(other => together(lib, other, form) || together(lib, form, other)) ? 0.6 : 0.3
}
