// The course as a tree of marks: one small root, a table a group (a lesson with its code pages), a mark a file. What did
// not change costs the root alone; what changed is fetched file by file, or as the group's bundle where that is smaller.

const ROOT = "offline/root.json"
// A course of at most this many bytes comes by itself on a connection where bytes are free: it weighs as much as one
// photograph, and the reason for this worker is the house without a network, where it is too late to ask for it.
// Everybody else (mobile data, Save-Data, a slow line, a browser that does not tell) presses the button.
const BY_ITSELF = 1.5e6
// What one visit may fetch in the background where bytes cost money; the rest waits for the next visit, or for wifi.
const METERED_VISIT = 100e3
const AT_ONCE = 3

const marks = new Map() // path → its mark in the newest tables
const listeners = new Set() // who wants to hear how far the download is
let root = null // the newest root seen
let fresh = null // the next one, under way
let busy = null // the download under way

/** After a page was shown: learn what is new. True when the course is wanted here, or may come by itself. */
async function lookForNews() {
  const { whole, marks: had } = await readState()
  if (!whole && metered()) return false
  await refresh()
  if (whole) await inTurn(Object.keys(root.groups).filter(group => had[group] !== root.groups[group]), tableOf)
  return whole || root.bytes <= BY_ITSELF
}

/** Have the whole course here, at whatever cost when it was `asked` for; whoever asks meanwhile joins in. */
function download(asked, tell) {
  if (tell) listeners.add(tell)
  busy = busy || fetchCourse(asked).finally(() => ((busy = null), listeners.clear()))
  return busy
}

/** True unless we know that bytes are free here. */
function metered() {
  const link = navigator.connection
  return !link || link.saveData || /cellular|wimax|bluetooth/.test(link.type || "") || link.effectiveType !== "4g"
}

/** The newest root; visits that overlap share one request. */
function refresh() {
  fresh = fresh || json(ROOT).then(found => (root = found)).finally(() => (fresh = null))
  return fresh
}

/** Bring every group up to the root's marks: at first bundle by bundle, later what changed, small changes first. */
async function fetchCourse(asked) {
  await refresh()
  const state = await readState()
  const begun = asked || !state.whole || state.begun
  const gone = Object.keys(state.marks).filter(group => !root.groups[group])
  gone.forEach(group => delete state.marks[group])
  Object.assign(state, { whole: true, begun })
  await writeState(state)
  const behind = Object.keys(root.groups).filter(group => state.marks[group] !== root.groups[group])
  const known = begun ? behind.map(group => ({ group, asBundle: true })) : await inTurn(behind, lacking)
  let spent = 0
  let done = 0
  await inTurn(known.sort((one, other) => one.bytes - other.bytes), async job => {
    spent += job.bytes || 0
    if (!begun && metered() && spent > METERED_VISIT) return
    state.marks[job.group] = await (job.asBundle ? fetchBundle(job.group) : fetchFiles(job.table, job.paths))
    await writeState(state)
    done += 1
    listeners.forEach(tell => tell(done, behind.length))
  })
  if (Object.keys(root.groups).some(group => state.marks[group] !== root.groups[group])) return
  await writeState({ ...state, begun: false })
  if (behind.length || gone.length) await tidy()
}

/** What of a group is missing or old here: its paths, and what it costs in bytes of gzip to fetch them. */
async function lacking(group) {
  const table = await tableOf(group)
  const paths = []
  for (const [path, [mark]] of Object.entries(table.files)) if (markOf(await find(path)) !== mark) paths.push(path)
  const bytes = paths.reduce((sum, path) => sum + table.files[path][1], 0)
  const asBundle = bytes > table.bundle && paths.every(path => table.bundled.includes(path))
  return { group, table, paths, asBundle, bytes: asBundle ? table.bundle : bytes }
}

async function fetchBundle(group) {
  const { table, pages } = await json(`offline/${group}.pages.json`)
  await learn(group, table)
  const headers = { "Content-Type": "text/html; charset=utf-8" }
  for (const [path, text] of Object.entries(pages)) await keep(path, new Response(text, { headers }), table.files[path][0])
  return fetchFiles(table, Object.keys(table.files).filter(path => !(path in pages)))
}

/** Fetch files one by one; returns the mark of the group that is now complete. */
async function fetchFiles(table, paths) {
  for (const path of paths) {
    const [mark] = table.files[path]
    if (markOf(await find(path)) === mark) continue
    const answer = await fetch(address(path), { cache: "no-cache" })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await keep(path, answer, mark)
  }
  return table.v
}

/** The table of a group as the root names it: from the shelf when it is that one, else from the network. */
async function tableOf(group) {
  const kept = await find(`offline/${group}.json`)
  const table = markOf(kept) === root.groups[group] ? await kept.json() : await json(`offline/${group}.json`)
  await learn(group, table)
  return table
}

async function learn(group, table) {
  Object.entries(table.files).forEach(([path, [mark]]) => marks.set(path, mark))
  const path = `offline/${group}.json`
  if (markOf(await find(path)) !== table.v) await keep(path, Response.json(table), table.v)
}

/** The marks of what all pages are made of, as of the last visit: a worker that was stopped has forgotten them. */
async function shellMarks() {
  for (const group of ["vo", "tim"]) {
    const kept = await find(`offline/${group}.json`)
    if (kept) Object.entries((await kept.json()).files).forEach(([path, [mark]]) => marks.has(path) || marks.set(path, mark))
  }
}

/** Everything is new: what no table names any more can go. Films stay, they are wanted one by one. */
async function tidy() {
  const named = new Set([STATE, ...Object.keys(root.groups).map(group => `offline/${group}.json`)])
  for (const group of Object.keys(root.groups)) Object.keys((await tableOf(group)).files).forEach(path => named.add(path))
  for (const path of await stored()) if (!isFilm(path) && !named.has(path)) await drop(path)
}

async function json(path) {
  const answer = await fetch(address(path), { cache: "no-cache" })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

/** `work` on each thing, a few at a time. */
async function inTurn(things, work) {
  const results = []
  const queue = things.map((thing, i) => [thing, i])
  const one = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[1]] = await work(next[0])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return results
}
