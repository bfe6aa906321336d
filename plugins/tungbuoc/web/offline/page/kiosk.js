// Kiosk mode (`?kiosk=1`, kept for the visit): a screen in a hall that many people use one after another. Nothing leads away
// from the site, and a minute and a half without a touch brings back the first page with every trace gone.

(() => {
  const IDLE = 90 // seconds
  const WARNED = 15 // seconds before that
  const up = new URL("../../", document.currentScript.src).href
  const home = location.protocol === "file:" ? `${up}index.html` : up
  const root = document.documentElement
  root.classList.add("kiosk")

  const style = document.createElement("style")
  style.textContent =
    "html.kiosk :is(a[href],button,summary,[role=button]){min-height:64px!important;min-width:64px!important}" +
    "html.kiosk :is(input,select,textarea){min-height:64px!important}" +
    "html.kiosk :is(p,li,dd,dt,td,small,footer) a[href]{display:inline-flex!important;align-items:center}" +
    ".tb-kiosk{position:fixed;z-index:99;left:0;right:0;bottom:0;display:flex;flex-wrap:wrap;gap:12px 24px;align-items:center;justify-content:center;padding:16px;" +
    "background:var(--tb-than,#1E1B18);color:var(--tb-diep,#FBF7EE);font-size:22px;font-weight:700}" +
    ".tb-kiosk button{padding:0 28px;border:0;border-radius:32px;background:var(--tb-hoe,#F3C75B);color:#1E1B18;font:inherit}" +
    "@media print{.tb-kiosk{display:none}}"
  document.head.append(style)

  const bar = document.createElement("div")
  bar.className = "tb-kiosk"
  bar.setAttribute("role", "status")
  let clearing = 0
  const tell = (text, button, seconds) => {
    bar.textContent = text
    if (button) {
      const stay = document.createElement("button")
      stay.type = "button"
      stay.textContent = button
      stay.addEventListener("click", () => bar.remove())
      bar.append(stay)
    }
    ;(document.querySelector("dialog[open]") || document.body).append(bar) // an open dialog covers the page
    clearTimeout(clearing)
    if (seconds) clearing = setTimeout(() => bar.remove(), seconds * 1000)
  }

  // Somebody is here while they touch, type or scroll, and while something is playing to them.
  let timers = []
  const watch = () => {
    timers.forEach(clearTimeout)
    timers = [setTimeout(warn, (IDLE - WARNED) * 1000), setTimeout(leave, IDLE * 1000)]
  }
  const playing = () => [...document.querySelectorAll("video,audio")].some(one => !one.paused) || (window.speechSynthesis && speechSynthesis.speaking)
  const warn = () => (playing() ? watch() : tell(say(`Trang sẽ về đầu sau ${WARNED} giây.`), say("Tôi còn xem")))
  const leave = () => {
    wipe()
    location.replace(home)
  }
  const seen = event => {
    if (!bar.contains(event.target)) bar.remove()
    watch()
  }
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) addEventListener(kind, seen, { capture: true, passive: true })
  if (location.href.split(/[?#]/)[0] !== home) watch() // the first page waits for the first touch

  const wipe = () => {
    localStorage.clear()
    sessionStorage.clear()
    sessionStorage.kiosk = 1
    document.querySelectorAll("form").forEach(form => form.reset())
    if (window.indexedDB && indexedDB.databases) indexedDB.databases().then(found => found.forEach(one => indexedDB.deleteDatabase(one.name)))
  }

  const leads = link => {
    const href = link.href.baseVal || link.href
    if (/\.(pdf|zip)([?#]|$)/.test(href)) return "file"
    return href.startsWith(up) ? "" : "away"
  }
  addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a[href]")
    const where = link && leads(link)
    if (link) link.removeAttribute("target")
    if (!where) return
    event.preventDefault()
    event.stopImmediatePropagation()
    tell(where === "file" ? say("Máy này không tải tệp. Muốn có tờ in, xin hỏi người trực.") : say("Máy này chỉ mở trang bài học. Số điện thoại thì gọi bằng máy của mình."), "", 8)
  }, true)
  addEventListener("contextmenu", event => event.preventDefault())
  addEventListener("dragstart", event => event.preventDefault())
  window.open = () => null
  document.querySelectorAll("input").forEach(field => field.setAttribute("autocomplete", "off"))
})()
