// What somebody typed → the ways to read it, each a list of slots that say which words of the library would do.

import { agreement, fold, oneSlip, unkeyed, words } from "./text.mjs"
import { together } from "./library.mjs"

const MOST_LETTERS = 200
const MOST_READINGS = 6

/**
 * The readings of `query`, the likeliest first: each a list of slots `{fits, weight}`, where `fits` maps words of the library
 * to how well they fit (0–1).
 */
export function readings(query, lib) {
  const typed = words(query.slice(0, MOST_LETTERS))
  let ways = [[]]
  for (let at = 0; at < typed.length; ) {
    const here = said => said.every((word, i) => same(typed[at + i], word))
    const stop = lib.stops.find(said => said[1] && here(said))
    const [theirs, ...ours] = (!stop && lib.swaps.find(([said]) => here(said))) || [stop || [0]]
    const alike = theirs.length === 1 && ours.every(said => said.length === 1) && ours.flat()
    // A phrase weighs no more than what it stands for: lessons seldom say “điện thoại” where people do, but “máy”.
    const most = ours.length && !alike ? Math.max(...ours.flat().map(word => rarity(pagesWith(word, lib), lib))) : 9
    const taken = typed.slice(at, at + theirs.length).map(({ word, end }) => ({ word, open: end === query.length, alike, stop, most }))
    const other = alike ? (ours.length ? [] : apart(taken[0], lib)) : ours
    ways = ways.flatMap(way => [taken, ...other.map(said => said.map(word => ({ word, meant: true })))].map(next => [...way, ...next]))
    at += theirs.length
  }
  return ways.slice(0, MOST_READINGS).map(way => way.map((token, at) => slot(token, [way[at - 1], way[at + 1]], lib)))
}

function same(typed, word) {
  return typed && fold(typed.word) === fold(word) && agreement(typed.word, word) > 0.9
}

/** What an unknown token may stand for: words joined (“matkhau”) or initials (“mk”). */
function apart({ word, open }, lib) {
  const form = fold(word)
  if (lib.forms.has(form) || lib.forms.has(unkeyed(form)) || (open && [...lib.forms.keys()].some(known => known.startsWith(form)))) return []
  return [split(form, lib) || split(unkeyed(form), lib), ...initials(form, lib)].filter(Boolean)
}

/** The fewest known forms that make up `joined`, or most of it, and stand side by side somewhere, or nothing. */
function split(joined, lib) {
  const best = [[]]
  for (let end = 1; end <= joined.length; end++)
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const piece = joined.slice(start, end)
      const before = best[start]
      if (before && piece.length > 1 && lib.forms.has(piece) && (!start || together(lib, before[before.length - 1], piece)))
        if (!best[end] || best[end].length > before.length + 1) best[end] = [...before, piece]
    }
  // A tail that is no known word is let go: “chutohon” is at least “chữ to”.
  return best[joined.length] || best.findLast((pieces, end) => end > 4 && pieces)
}

/** The two most frequent runs of words whose initials are `letters` (“dvc” → “dịch vụ công”). */
function initials(letters, lib) {
  const times = new Map()
  if (letters.length > 1 && letters.length < 6)
    for (const { runs } of lib.pages)
      for (const [, run] of runs)
        for (let at = 0; at + letters.length <= run.length; at++)
          if ([...letters].every((letter, i) => fold(run[at + i])[0] === letter)) {
            const said = run.slice(at, at + letters.length).join(" ")
            times.set(said, (times.get(said) || 0) + 1)
          }
  return [...times].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([said]) => said.split(" "))
}

function slot(token, beside, lib) {
  const form = fold(token.word)
  const near = known => beside.some(other => other && together(lib, fold(other.word), known) + together(lib, known, fold(other.word)))
  const fits = new Map()
  let [pages, whole] = [0, 0]
  const add = (known, factor, meant) => {
    for (const [word, many] of lib.forms.get(known) || []) {
      const fit = factor * (meant ? agreement(meant, word) : 0.96)
      if (!whole) pages = Math.max(pages, many)
      fits.set(word, Math.max(fits.get(word) || 0, fit))
    }
  }
  add(form, 1, token.word)
  for (const word of token.alike || []) add(fold(word), 0.9, word)
  if (!fits.size) add(unkeyed(form), 0.95)
  whole = fits.size
  const exact = [...fits.values()].includes(1)
  const apt = near(form) || exact
  for (const known of lib.forms.keys()) {
    if (token.open && known !== form && known.startsWith(form)) add(known, whole ? 0.6 : 0.85)
    // A slip: of an unknown word, and of a known one that stands beside none of its neighbours where the word meant does.
    else if (!apt && form.length > 2 && oneSlip(form, known) && (!whole || near(known))) add(known, near(known) ? 0.8 - (whole && 0.35) : 0.5)
  }
  // Rare words say more; unknown ones count like words of middling rarity.
  return { fits, weight: Math.min(token.most || 9, rarity(pages, lib)) * (token.meant ? 1 : importance(token, form, near, [...fits.keys()], lib)) }
}

function rarity(pages, lib) {
  return Math.log(1 + lib.pages.length / (pages || Math.sqrt(lib.pages.length)))
}

function pagesWith(word, lib) {
  return lib.forms.get(fold(word))?.get(word)
}

/** Words of questions count little; what may be one without its marks (“la”: là, lạ) a little more. */
function importance({ word, stop, open }, form, near, fitting, lib) {
  const asks = said => lib.stops.some(one => !one[1] && one[0] === said)
  if (stop || (asks(word) && !(open && word.length < 2))) return 0.12
  if (word !== form || !lib.stops.some(one => !one[1] && fold(one[0]) === form)) return 1
  return fitting.every(asks) ? 0.12 : near(form) ? 0.6 : 0.3
}
