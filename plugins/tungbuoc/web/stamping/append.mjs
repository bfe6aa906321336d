// The same bytes and one appended update of the PDF that fills its places (stamp.md §2, §4).

import { lay, letters, SAID_PHONE } from "./layout.mjs"
import { crc32 } from "./zip.mjs"

const END = /startxref\n(\d+)\n%%EOF\n$/
const XREF =
  /^(\d+) 0 obj\n<<\/Type\/XRef\/Size \d+\/Prev (\d+)\/Root (\d+) 0 R(?:\/Info (\d+) 0 R)?\/ID\[<([0-9a-f]{32})><[0-9a-f]{32}>\]\/W\[1 4 1\]\/Index\[[\d ]+\]\/Length \d+\/TungBuoc\[1 (\d+) (\d+)\]>>\nstream\n/
const MAP = /^\d+ 0 obj\n<<\/Type\/TungBuocMap\/Length (\d+)>>\nstream\n/

/** `letters` that the font lacks, or empty for words that are too long; `ours` false for a PDF that this house did not seal. */
export class StampError extends Error {
  constructor(ours, letters = "") {
    super(ours ? letters || "too long" : "not ours")
    Object.assign(this, { ours, letters })
  }
}

/** A sealed PDF (Uint8Array), stamped before or not → what a stamp needs to know of it. Throws StampError. */
export function read(bytes) {
  let [found, at] = xref(bytes)
  const base = Number(found[6])
  if (base) {
    bytes = bytes.subarray(0, base)
    ;[found, at] = xref(bytes)
  }
  const map = Number(found[7])
  const head = text(bytes, map, map + 200).match(MAP)
  if (!head) throw new StampError(false)
  const begin = map + head[0].length
  const said = JSON.parse(new TextDecoder().decode(bytes.subarray(begin, begin + Number(head[1]))))
  const widths = new Map([...said.letters].map((letter, place) => [letter, said.widths[place]]))
  const places = said.places.map(([form, font, width, height, size]) => ({ form, font, room: { width, height, size } }))
  return { bytes, at, map, size: Number(found[1]) + 1, root: found[3], info: found[4], id: found[5], places, widths, phone: said.phone ?? SAID_PHONE }
}

/** A sealed PDF with the team in every place that was left for it. Throws StampError. */
export function stamp(bytes, team) {
  const { bytes: sealed, at, map, size, root, info, id, places, widths, phone } = read(bytes)
  if (!places.length) return sealed
  let offset = sealed.length
  const offsets = []
  let objects = ""
  for (const { form, font, room } of places) {
    const drawn = content(team, room, widths, phone)
    const part =
      `${form} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 ${points(room.width)} ${points(room.height)}]/TungBuocTeam ${room.size}` +
      `/Resources<</Font<</T ${font} 0 R>>>>/Length ${drawn.length}>>\nstream\n${drawn}\nendstream\nendobj\n`
    offsets.push([form, offset])
    objects += part
    offset += part.length
  }
  const number = Math.max(size, ...places.map(place => place.form + 1))
  offsets.push([number, offset])
  const second = id.slice(0, 24) + crc32(ascii(objects)).toString(16).padStart(8, "0")
  const table = offsets.map(([, place]) => `\x01${String.fromCharCode(place >>> 24, place >>> 16 & 255, place >>> 8 & 255, place & 255)}\0`).join("")
  const index = offsets.map(([one]) => `${one} 1`).join(" ")
  const about = info ? `/Info ${info} 0 R` : ""
  const head =
    `${number} 0 obj\n<</Type/XRef/Size ${number + 1}/Prev ${at}/Root ${root} 0 R${about}/ID[<${id}><${second}>]` +
    `/W[1 4 1]/Index[${index}]/Length ${table.length}/TungBuoc[1 ${sealed.length} ${map}]>>`
  const added = ascii(`${objects}${head}\nstream\n${table}\nendstream\nendobj\nstartxref\n${offset}\n%%EOF\n`)
  const whole = new Uint8Array(sealed.length + added.length)
  whole.set(sealed)
  whole.set(added, sealed.length)
  return whole
}

/** The content of one place. Throws StampError. */
export function content(team, room, widths, phone = SAID_PHONE) {
  const lacking = [...new Set(letters(team, phone))].filter(letter => !widths.has(letter)).join("")
  if (lacking) throw new StampError(true, lacking)
  const block = lay(team, room, widths, phone)
  if (!block) throw new StampError(true)
  const lines = ["BT"]
  for (const run of block.runs) {
    const hex = Array.from(run.text, letter => letter.charCodeAt(0).toString(16).padStart(4, "0")).join("")
    lines.push(`/T ${points(run.size * 10)} Tf`, `1 0 0 1 ${points(run.x)} ${points(run.y)} Tm`, `<${hex}> Tj`)
  }
  lines.push("ET")
  const { square } = block
  if (square) {
    const side = points(square.module)
    lines.push(`q ${side} 0 0 ${side} ${points(square.x)} ${points(square.y)} cm`)
    square.rows.forEach((row, at) => {
      for (const dark of row.matchAll(/1+/g)) lines.push(`${dark.index} ${square.rows.length - 1 - at} ${dark[0].length} 1 re`)
    })
    lines.push("f Q")
  }
  return lines.join("\n")
}

function xref(bytes) {
  const end = text(bytes, bytes.length - 64, bytes.length).match(END)
  const found = end && text(bytes, Number(end[1]), Number(end[1]) + 2000).match(XREF)
  if (!found) throw new StampError(false)
  return [found, Number(end[1])]
}

const text = (bytes, from, to) => String.fromCharCode(...bytes.subarray(Math.max(0, from), to))
const ascii = said => Uint8Array.from(said, letter => letter.charCodeAt(0))

/** 1250 → "12.5" */
function points(hundredths) {
  const rest = hundredths % 100
  const whole = String((hundredths - rest) / 100)
  return rest ? `${whole}.${String(rest).padStart(2, "0").replace(/0$/, "")}` : whole
}
