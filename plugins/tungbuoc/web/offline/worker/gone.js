// The switch is off: this worker takes everything with it that the earlier one left on the device, itself too.

self.addEventListener("install", () => self.skipWaiting())

self.addEventListener("activate", event => {
  const ours = name => name.startsWith("tung-buoc ") && name.endsWith(` ${self.registration.scope}`)
  const clear = () => caches.keys().then(names => Promise.all(names.filter(ours).map(name => caches.delete(name))))
  // Twice: what the earlier worker had under way may still arrive.
  const late = () => new Promise(done => setTimeout(done, 3000)).then(clear)
  event.waitUntil(clear().then(() => self.registration.unregister()).then(late))
})
