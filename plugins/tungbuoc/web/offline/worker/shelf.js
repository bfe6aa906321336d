// What lies on this device: pages, parts of pages and films, each under its address with the mark it had in the course's
// tables when it was fetched. An empty mark means: fetched by a reader who has not asked for the whole course.

const HERE = self.registration.scope
const SHELF = `tung-buoc 1 ${HERE}`
const STATE = "offline/state"

const address = path => HERE + path
const pathOf = url => url.split(/[?#]/)[0].slice(HERE.length)
const shelf = () => caches.open(SHELF)

const find = async path => (await shelf()).match(address(path))

/** The address under which a page lies here that was asked for without its last slash or with `index.html`. */
async function otherName(path) {
  for (const name of [path.replace(/(^|\/)index\.html$/, "$1"), `${path}/`, `${path}.html`]) if (name !== path && (await find(name))) return name
}

/** Store an answer's body. It is built anew: one that came through a redirect may not be given to a page later. */
async function keep(path, answer, mark) {
  const headers = { "Content-Type": answer.headers.get("Content-Type") || "", "X-Mark": mark || "", ETag: answer.headers.get("ETag") || "" }
  const body = await answer.blob()
  await (await shelf()).put(address(path), new Response(body, { headers }))
}

const markOf = answer => (answer && answer.headers.get("X-Mark")) || ""
const drop = async path => (await shelf()).delete(address(path))
const stored = async () => (await (await shelf()).keys()).map(request => pathOf(request.url))

/** What this worker has to remember when the browser stops it: is the whole course wanted, and which groups are complete. */
async function readState() {
  const found = await (await shelf()).match(address(STATE))
  return found ? found.json() : { whole: false, marks: {} }
}

const writeState = state => keep(STATE, Response.json(state))
