// Keys, presenter remotes and swipes. What stands on a focused button stays its own: Space and Enter press it.

const isFull = () => Boolean(document.fullscreenElement)
const fullKey = one(".full")
const full = () => (isFull() ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {}))
fullKey.hidden = !document.fullscreenEnabled
fullKey.addEventListener("click", full)
document.addEventListener("fullscreenchange", () => (one("span", fullKey).textContent = isFull() ? say("Thu nhỏ") : say("Đầy màn")))

const help = one(".help")
const away = () => {
  if (help.open) help.open = false
  else if (screens[at].dataset.show) {
    rest(screens[at])
    fit(screens[at])
  }
  else if (!isFull()) one(".leave").click()
}
const toStep = number => show(screens.findIndex(screen => screen.dataset.number === number))
const dark = () => document.body.classList.toggle("dark")
const doing = {
  ArrowRight: forward, ArrowDown: forward, PageDown: forward, ArrowLeft: back, ArrowUp: back, PageUp: back,
  Home: () => show(0), End: () => show(screens.length - 1), " ": film, Enter: () => reveal(screens[at]) && label(), Escape: away,
  t: startOrHold, q: enlarge, f: () => document.fullscreenEnabled && full(), b: dark, ".": dark,
}
addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if ((key === " " || key === "Enter") && event.target.closest("a,button,summary")) return
  const act = /^[1-9]$/.test(key) ? () => toStep(key) : doing[key]
  if (!act) return
  event.preventDefault()
  if (document.body.classList.contains("dark")) return dark()
  act()
})

// After a press with mouse or finger the keys belong to the screen again, so that Space plays the film.
addEventListener("click", event => {
  if (document.body.classList.contains("dark")) dark()
  if (help.open && !help.contains(event.target)) help.open = false
  if (event.detail && event.target.closest(".bar button,.code") && !one("dialog[open]")) one("h2", screens[at]).focus({ preventScroll: true })
})

let start = null
addEventListener("touchstart", event => (start = event.touches.length === 1 && !event.target.closest("video,dialog") ? event.touches[0] : null), { passive: true })
addEventListener("touchend", event => {
  const end = event.changedTouches[0]
  const [across, down] = start ? [end.clientX - start.clientX, end.clientY - start.clientY] : [0, 0]
  start = null
  if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) across < 0 ? forward() : back()
}, { passive: true })

show(fromAddress(), false)
