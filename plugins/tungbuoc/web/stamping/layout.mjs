// What a stamp draws in a place (stamp.md §3). Whole numbers only: hundredths of a point, tenths of a point for sizes.

import { codeRows } from "./code.mjs"

const SMALLEST = 120
const SMALLEST_NAME = 100
const ROW = 13
const RISE = 10
const QUIET = 4
const MODULE = [170, 250]
const BETWEEN = " · "
/** How a sheet that does not say so calls the phone. */
export const SAID_PHONE = "ĐT:"

/**
 * {name, phone, place, hours, link}, {width, height, size}, widths by letter, what the sheet calls the phone → {runs: [{x, y, size, text}], square} or null when
 * not even name and phone fit at 10 pt; square is {x, y, module, rows} or null.
 */
export function lay(team, room, widths, phone = SAID_PHONE) {
  const square = squareIn(team.link, room)
  const all = ways(team, phone)
  for (const [tried, least] of [[all, SMALLEST], [all.slice(-2), SMALLEST_NAME]]) {
    for (const drawn of square ? [square, null] : [null]) {
      const across = room.width - (drawn ? drawn.module * (drawn.rows.length + 2 * QUIET) : 0)
      const runs = words(tried, room, across, least, widths)
      if (runs) return { runs, square: drawn }
    }
  }
  return null
}

/** Everything that might be drawn as words. */
export const letters = (team, phone) => [team.name, called(team, phone), team.hours, team.place].join(BETWEEN)

function words(tried, room, across, least, widths) {
  for (const said of tried) {
    const wide = said.map(row => [...row].reduce((sum, letter) => sum + widths.get(letter), 0))
    const most = Math.min(room.size, Math.floor(room.height / (ROW * said.length)))
    const sizes = wide.map(one => Math.min(most, Math.floor(across * 100 / one)))
    if (Math.min(...sizes) < least) continue
    let top = Math.floor((room.height + sizes.reduce((sum, size) => sum + size * ROW, 0)) / 2)
    return said.map((text, at) => {
      const run = { x: 0, y: top - sizes[at] * RISE, size: sizes[at], text }
      top -= sizes[at] * ROW
      return run
    })
  }
  return null
}

const called = (team, phone) => `${phone} ${team.phone}`

/** How the words may stand, what tells most first. */
function ways(team, said) {
  const { name, hours, place } = team
  const phone = called(team, said)
  const all = [
    [[name], [phone], [hours, place]], [[name], [phone, hours], [place]], [[name], [phone, hours, place]], [[name, phone, hours, place]],
    [[name], [phone, hours]], [[name, phone, hours]], [[name], [phone]], [[name, phone]],
  ]
  return all.map(way => way.map(row => row.filter(Boolean).join(BETWEEN)).filter(Boolean))
}

function squareIn(link, room) {
  if (!link) return null
  const rows = codeRows(link)
  const side = rows.length + 2 * QUIET
  const module = Math.min(MODULE[1], Math.floor(room.height / side))
  if (module < MODULE[0]) return null
  return { x: room.width - module * (side - QUIET), y: Math.floor((room.height - module * rows.length) / 2), module, rows }
}
