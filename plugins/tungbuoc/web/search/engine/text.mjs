// Words of Vietnamese text: how they are cut, folded and compared. Pure functions, no state.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const FOLDED = new Map()
const WORD = /&#?\w+;|[\p{L}\p{M}\p{N}]+/gu

/** The words of `text` in lower case NFC with their offsets in it; entities such as `&amp;` are no words. */
export function words(text) {
  const found = []
  for (const match of text.matchAll(WORD))
    if (match[0][0] !== "&") {
      const word = match[0].toLowerCase().normalize("NFC")
      // A lone combining mark is no word.
      if (/[\p{L}\p{N}]/u.test(word)) found.push({ word, start: match.index, end: match.index + match[0].length })
    }
  return found
}

/** `word` without tones, vowel marks and the bar of đ; “kỹ” and “kĩ” fold alike. Folding twice changes nothing. */
export function fold(word) {
  if (!FOLDED.has(word)) FOLDED.set(word, bare(word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đð]/g, "d")))
  return FOLDED.get(word)
}

function bare(word) {
  return word.replace(/^(qu|[^aeiouy]*)y$/, "$1i")
}

/** `word` with its tone moved to the end, so that “hòa” and “hoà” are the same. */
export function sound(word) {
  const parts = word.normalize("NFD")
  return parts.replace(TONES, "") + (parts.match(TONES) || []).join("")
}

/** How well `typed` agrees with `written`, two words that fold alike: 1 the same, less for marks left out, least for other marks. */
export function agreement(typed, written) {
  if (sound(typed) === sound(written)) return 1
  const left = marks(written)
  for (const mark of marks(typed)) {
    const at = left.indexOf(mark)
    if (at < 0) return 0.5
    left.splice(at, 1)
  }
  return 0.96
}

function marks(word) {
  return word.normalize("NFD").match(/[\p{M}đ]/gu) || []
}

/**
 * What the keystrokes `typed` would have made with a Telex or VNI keyboard switched on, already folded.
 * No Vietnamese syllable has s, f, r, x, j, z or w after its first vowel, so there they can only be marks.
 */
export function unkeyed(typed) {
  const [, onset, rest] = /^([^aeiouyw]*)(.*)$/.exec(typed.replace(/(\p{L})\d+/gu, "$1"))
  const rhyme = rest
    .replace(/^w/, "u")
    .replace(/[sfrxjzw]/g, "")
    .replace(/([aeo])\1+/g, "$1")
    .replace(/([aeo])(\w+)\1$/, "$1$2")
  return bare(onset.replace(/^d+/, "d") + (onset[0] === "d" ? rhyme.replace(/d$/, "") : rhyme))
}

/** Whether one slip of the finger (a letter more, less, other, or two swapped) turns `a` into `b`. */
export function oneSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  const [x, y] = [a.slice(head), b.slice(head)]
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
}
