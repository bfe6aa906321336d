// The switch is off: this worker takes everything with it that the earlier one left on the device, itself too.

self.addEventListener("install", () => self.skipWaiting())

self.addEventListener("activate", event => {
  const ours = name => name.startsWith("tung-buoc ") && name.endsWith(` ${self.registration.scope}`)
  event.waitUntil(caches.keys().then(names => Promise.all(names.filter(ours).map(name => caches.delete(name)))).then(() => self.registration.unregister()))
})
