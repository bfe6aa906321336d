// What a page gets when it asks: the network where it answers in time, else what lies here.

const SILENCE = 2700 // ms without an answer before a stored page is shown, which takes a slow phone some time too
const GIVE_UP = 15000 // ms before we say that the network is silent, when nothing is stored
const QUIET = 30000 // ms during which a network that just was silent is not waited for again
const FILM_KEPT = 2e6 // bytes; a larger film is played, not kept
const FILMS_KEPT = 60
const NO_NETWORK = "khong-mang/"

let silentUntil = 0
const after = ms => new Promise(done => setTimeout(done, ms))
const isFilm = path => /\.(mp4|m4a)$/.test(path)

/** A page: fresh within `SILENCE`, else the stored one; the network's answer is stored even when it comes late. */
async function page(event, path) {
  const kept = await find(path)
  // `no-cache` asks the server even where it told the browser to wait ten minutes: nobody gets a page older than the last visit's.
  const net = fetch(event.request.url, { cache: "no-cache", redirect: "manual", credentials: "same-origin" })
  event.waitUntil(net.then(answer => settle(path, answer.clone(), kept)).catch(() => {}))
  if (!kept) return Promise.race([net, after(GIVE_UP).then(() => notHere(path))]).catch(() => notHere(path))
  if (Date.now() < silentUntil) return kept
  const quiet = after(SILENCE).then(() => {
    silentUntil = Date.now() + QUIET
    return kept
  })
  return Promise.race([net.then(answer => (answer.status >= 500 ? kept : answer)), quiet]).catch(() => kept)
}

/** The server answered: store the page under the mark that the newest tables give it, forget one that is gone. */
async function settle(path, answer, kept) {
  silentUntil = 0
  const news = lookForNews().catch(() => false)
  if (answer.status === 404) await drop(path)
  else if (answer.ok && /^text\/html/.test(answer.headers.get("Content-Type") || "") && !same(answer, kept)) {
    const body = new Response(await answer.blob(), answer)
    await news
    await keep(path, body, marks.get(path))
  }
  if (await news) await download(false)
}

const same = (one, other) => Boolean(other && one.headers.get("ETag") && one.headers.get("ETag") === other.headers.get("ETag"))

/** What to say when a page is neither on the network nor here. With the whole course here, it does not exist at all. */
async function notHere(path) {
  const other = await otherName(path)
  if (other) return Response.redirect(address(other))
  const { whole } = await readState()
  const said = (whole && (await find("404.html"))) || (await find(NO_NETWORK))
  return said ? new Response(said.body, { status: whole ? 404 : 503, headers: said.headers }) : Response.error()
}

/** A style, script or picture: from here when its mark or its name says that it is the newest, else as a page. */
async function part(event, path) {
  const kept = await find(path)
  if (kept && (/\.[0-9a-f]{8}\.min\./.test(path) || (await isNewest(path, kept)))) return kept
  const net = fetch(event.request)
  event.waitUntil(net.then(answer => (answer.status === 200 ? keep(path, answer.clone(), marks.get(path)) : 0)).catch(() => {}))
  if (!kept) return net.catch(error => instead(event.request, error))
  return Promise.race([net, after(Date.now() < silentUntil ? 0 : SILENCE).then(() => kept)]).catch(() => kept)
}

/** A picture that is not here is a white sheet: the page around it says what it shows. */
function instead(request, error) {
  if (request.destination !== "image") throw error
  return new Response('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', { headers: { "Content-Type": "image/svg+xml" } })
}

/** Asked while a page loads: the root under way may know of a newer one, but nobody waits for it longer than half a second. */
async function isNewest(path, kept) {
  const { whole } = await readState()
  if (!whole || !markOf(kept)) return false
  if (fresh) await Promise.race([fresh, after(500)]).catch(() => {})
  await shellMarks()
  return marks.get(path) === markOf(kept)
}

/** A film: kept when it is played, since playing costs the same bytes; parts of it are cut from the stored whole. */
async function film(event, path) {
  const kept = await find(path)
  if (kept) {
    event.waitUntil(renew(path, kept.headers.get("ETag")).catch(() => {}))
    return cut(event.request, kept)
  }
  const stop = new AbortController()
  const whole = await fetch(address(path), { signal: stop.signal })
  const size = Number(whole.headers.get("Content-Length"))
  if (!whole.ok || !size || size > FILM_KEPT) {
    stop.abort()
    return fetch(event.request)
  }
  await keep(path, whole)
  event.waitUntil(oldestFilmsOut())
  return cut(event.request, await find(path))
}

async function cut(request, answer) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("Range") || "")
  if (!asked || (!asked[1] && !asked[2])) return answer
  const body = await answer.blob()
  const start = asked[1] ? Number(asked[1]) : Math.max(0, body.size - Number(asked[2]))
  const end = asked[1] && asked[2] ? Math.min(Number(asked[2]), body.size - 1) : body.size - 1
  if (start > end) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${body.size}` } })
  const headers = { "Content-Type": answer.headers.get("Content-Type"), "Content-Range": `bytes ${start}-${end}/${body.size}`, "Content-Length": end - start + 1, "Accept-Ranges": "bytes" }
  return new Response(body.slice(start, end + 1), { status: 206, headers })
}

/** A film that was made anew is played anew the next time; asking costs one answer without a body. */
async function renew(path, tag) {
  if (!tag) return
  const answer = await fetch(address(path), { headers: { "If-None-Match": tag } })
  if (answer.status === 200) await keep(path, answer)
}

async function oldestFilmsOut() {
  const films = (await stored()).filter(isFilm)
  for (const path of films.slice(0, Math.max(0, films.length - FILMS_KEPT))) await drop(path)
}
