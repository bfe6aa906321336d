// The code of a team's own link (stamp.md §3): bytes, level M, the smallest of versions 1 to 4, mask 3.

// Each version: bytes of data, bytes of correction in a block, blocks, centre of the small square.
const VERSIONS = [[16, 10, 1, 0], [28, 16, 1, 18], [44, 26, 1, 22], [64, 18, 2, 26]]
// Level M with mask 3, with its own correction and mask, as the standard lists it.
const FORMAT = 0b101101101001011
const EXP = new Uint8Array(512)
const LOG = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = EXP[power + 255] = value
  LOG[value] = power
  value = value << 1 ^ (value > 127 ? 0x11d : 0)
}

/** The modules of the code for `link`, rows from the top, "1" for dark. Throws for a link over 62 bytes. */
export function codeRows(link) {
  const bytes = new TextEncoder().encode(link)
  const version = VERSIONS.findIndex(([room]) => bytes.length <= room - 2)
  if (version < 0) throw new RangeError(`link of ${bytes.length} bytes`)
  const size = 21 + 4 * version
  const grid = Array.from({ length: size }, () => new Int8Array(size).fill(-1))
  patterns(grid, VERSIONS[version][3])
  fill(grid, blocks(bytes, VERSIONS[version]))
  return grid.map(row => row.join(""))
}

function patterns(grid, centre) {
  const size = grid.length
  const square = (top, left, side, dark) => {
    for (let y = Math.max(0, top); y < Math.min(size, top + side); y++) for (let x = Math.max(0, left); x < Math.min(size, left + side); x++) grid[y][x] = dark
  }
  for (const [top, left] of [[0, 0], [0, size - 7], [size - 7, 0]]) {
    square(top - 1, left - 1, 9, 0)
    square(top, left, 7, 1)
    square(top + 1, left + 1, 5, 0)
    square(top + 2, left + 2, 3, 1)
  }
  if (centre) {
    square(centre - 2, centre - 2, 5, 1)
    square(centre - 1, centre - 1, 3, 0)
    square(centre, centre, 1, 1)
  }
  for (let at = 8; at < size - 8; at++) grid[6][at] = grid[at][6] = 1 - at % 2
  for (let bit = 0; bit < 15; bit++) {
    const dark = FORMAT >> bit & 1
    grid[bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit][8] = dark
    grid[8][bit < 8 ? size - 1 - bit : bit < 9 ? 15 - bit : 14 - bit] = dark
  }
  grid[size - 8][8] = 1
}

/** Data and correction of all blocks, in the order in which they stand in the code. */
function blocks(bytes, [room, correction, count]) {
  const bits = [[4, 4], [bytes.length, 8], ...[...bytes].map(byte => [byte, 8]), [0, 4]].map(([value, length]) => value.toString(2).padStart(length, "0")).join("")
  const data = bits.match(/.{8}/g).map(byte => parseInt(byte, 2))
  for (let pad = 0; data.length < room; pad++) data.push(pad % 2 ? 17 : 236)
  const length = room / count
  const parts = Array.from({ length: count }, (_, at) => data.slice(at * length, (at + 1) * length))
  const checks = parts.map(part => remainder(part, correction))
  const woven = (lists, most) => Array.from({ length: most }, (_, at) => lists.map(list => list[at])).flat()
  return [...woven(parts, length), ...woven(checks, correction)]
}

function remainder(data, count) {
  let divisor = [1]
  for (let power = 0; power < count; power++) divisor = [...divisor, 0].map((value, at) => value ^ (at ? times(divisor[at - 1], EXP[power]) : 0))
  const left = [...data, ...new Array(count).fill(0)]
  for (let at = 0; at < data.length; at++) {
    const lead = left[at]
    divisor.forEach((value, place) => (left[at + place] ^= times(value, lead)))
  }
  return left.slice(data.length)
}

const times = (one, other) => (one && other ? EXP[LOG[one] + LOG[other]] : 0)

/** Up and down in columns of two, from the right, over every place that is still free. */
function fill(grid, words) {
  const size = grid.length
  let bit = 0
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (grid[y][x] >= 0) continue
        const dark = bit < words.length * 8 ? words[bit >> 3] >> (7 - bit % 8) & 1 : 0
        grid[y][x] = dark ^ ((x + y) % 3 === 0 ? 1 : 0)
        bit++
      }
    }
  }
}
