// The browser's events, and the questions of our own pages.

self.addEventListener("install", event => {
  self.skipWaiting()
  event.waitUntil(fetch(address(NO_NETWORK), { cache: "no-cache" }).then(answer => (answer.ok ? keep(NO_NETWORK, answer) : 0)))
})

self.addEventListener("activate", event => {
  const others = caches.keys().then(names => names.filter(name => name.startsWith("tung-buoc ") && name.endsWith(` ${HERE}`) && name !== SHELF))
  event.waitUntil(Promise.all([others.then(names => names.map(name => caches.delete(name))), self.clients.claim(), opened()]))
  // Not waited for: until this event ends no page gets an answer. If the browser stops us, the next visit goes on from here.
  lookForNews().then(wanted => wanted && download(false)).catch(() => {})
})

/** The pages that were open before the worker was here, with what they are made of: the browser still has them. */
async function opened() {
  const clients = await self.clients.matchAll({ type: "window", includeUncontrolled: true })
  for (const path of new Set(clients.map(client => pathOf(client.url)))) {
    const answer = await fetch(address(path)).catch(() => null)
    if (!answer || !answer.ok) continue
    const text = await answer.clone().text()
    await keep(path, answer)
    await Promise.all(partsIn(text, address(path)).map(async part => !(await find(part)) && keepPart(part)))
  }
}

const keepPart = path => fetch(address(path)).then(answer => (answer.ok ? keep(path, answer) : 0)).catch(() => {})

/** What a page loads with itself; a script that it loads later has a type of its own. */
function partsIn(text, base) {
  const names = [...text.matchAll(/<(?:link|script|img)\b(?![^>]*text\/x-)[^>]*?\s(?:href|src)="?([^"\s>]+\.(?:css|js|png|svg|webp|jpe?g|webmanifest)(?:\?[^"\s>]*)?)"?/g)].map(found => new URL(found[1], base).href)
  return [...new Set(names.filter(name => name.startsWith(HERE)).map(pathOf))]
}

self.addEventListener("fetch", event => {
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return
  const path = pathOf(request.url)
  if (request.mode === "navigate") event.respondWith(page(event, path))
  else if (isFilm(path)) event.respondWith(film(event, path))
  else if (!/^offline\/|\.(pdf|zip)$/.test(path) && path !== "sw.js") event.respondWith(part(event, path))
})

self.addEventListener("message", event => {
  const tell = message => event.source && event.source.postMessage(message)
  const answer = async said => {
    const state = await readState()
    if (!root) await refresh().catch(() => {})
    const all = root ? Object.keys(root.groups).length : 0
    const here = root ? Object.keys(root.groups).filter(group => state.marks[group] === root.groups[group]).length : 0
    tell({ course: { ...said, bytes: root ? root.bytes : 0, here, all, complete: all > 0 && here === all, busy: Boolean(busy) } })
  }
  const progress = (done, all) => tell({ course: { done, all, busy: true } })
  const end = () => answer({})
  const torn = () => answer({ failed: true })
  // Who asks while it is under way hears how far it is, and how it ended.
  if (event.data === "course?") event.waitUntil(answer({}).then(() => busy && (listeners.add(progress), busy.then(end, torn))))
  if (event.data === "course!") event.waitUntil(download(true, progress).then(end, torn))
})
