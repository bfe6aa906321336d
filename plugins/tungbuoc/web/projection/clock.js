// The class's clock: the parts of the trainer's plan one after the other, told in words. It is kept for the visit.

const plan = one(".plan")
const parts = plan ? all("li", plan).map(line => ({ name: line.dataset.name, minutes: +line.dataset.minutes, line })) : []
const total = parts.reduce((sum, part) => sum + part.minutes, 0)
const STORE = "tb:chieu:" + document.body.dataset.code
const MINUTE = 60000

let began = 0 // ms since 1970 at which a clock without pauses would have been started; 0 while it stands
let spent = 0 // ms on the clock when it stood still last
const clock = () => (began ? Date.now() - began : spent)

const keepClock = () => {
  try {
    sessionStorage.setItem(STORE, JSON.stringify({ began, spent }))
  } catch {
    // a browser that keeps nothing: the clock starts again after a reload
  }
}
try {
  ;({ began, spent } = { began, spent, ...JSON.parse(sessionStorage.getItem(STORE)) })
} catch {
  // nothing kept
}

/** The part that `ms` falls into and what is left of it in ms; past the end there is no part. */
const partAt = ms => {
  let end = 0
  for (const part of parts) {
    end += part.minutes * MINUTE
    if (ms < end) return { part, left: end - ms }
  }
  return { part: null, left: end - ms }
}
const words = ms => {
  if (!began && !spent) return [say(`Lớp ${total} phút`), say("bấm ▶ để tính giờ")]
  const { part, left } = partAt(ms)
  const over = Math.floor(-left / MINUTE)
  const rest = part ? (left <= MINUTE ? say("còn chưa đầy 1 phút") : say(`còn ${Math.ceil(left / MINUTE)} phút`)) : over ? say(`quá ${over} phút`) : say("vừa hết giờ")
  return [part ? part.name : say(`Hết ${total} phút`), rest + (began ? "" : say(" · đang dừng"))]
}

const told = one(".told")
const run = one(".run")
let current
const tick = () => {
  const { part } = partAt(clock())
  const [name, rest] = words(clock())
  one("b", told).textContent = name
  one("span", told).textContent = rest
  told.parentNode.classList.toggle("over", !part)
  if (began && part !== current) said.textContent = `${name}: ${rest}`
  if (began) current = part
  parts.forEach(other => (other === part && (began || spent) ? other.button.setAttribute("aria-current", "time") : other.button.removeAttribute("aria-current")))
}
const setClock = (ms, runs) => {
  spent = ms
  began = runs ? Date.now() - ms : 0
  run.setAttribute("aria-pressed", runs)
  drawSign(run, runs)
  keepClock()
  tick()
  awake()
}
const startOrHold = () => total && setClock(clock(), !began)

// A class's screen must not go dark while the clock runs; where the browser cannot promise that, nothing is lost.
let lock = null
const awake = () => {
  if (!began) return lock && lock.release().catch(() => {})
  if (navigator.wakeLock && document.visibilityState === "visible") navigator.wakeLock.request("screen").then(got => (lock = got), () => {})
}

if (total) {
  const sheet = document.createElement("dialog")
  sheet.setAttribute("aria-labelledby", "t-plan")
  let from = 0
  parts.forEach(part => {
    const start = from
    from += part.minutes * MINUTE
    part.button = document.createElement("button")
    part.button.type = "button"
    part.button.className = "part"
    part.button.append(...part.line.childNodes)
    part.line.append(part.button)
    part.button.addEventListener("click", () => {
      setClock(start, true)
      sheet.close()
    })
  })
  const about = document.createElement("p")
  about.textContent = say("Lớp chậm hay nhanh hơn giáo án: bấm vào phần đang dạy, giờ tính lại từ đầu phần ấy.")
  const close = document.createElement("button")
  close.type = "button"
  close.className = "key"
  close.textContent = say("Đóng")
  close.addEventListener("click", () => sheet.close())
  one("h2", plan).after(about)
  sheet.append(plan, close)
  document.body.append(sheet)
  told.addEventListener("click", () => {
    if (sheet.showModal) sheet.showModal()
  })
  run.addEventListener("click", startOrHold)
  document.addEventListener("visibilitychange", awake)
  setClock(clock(), Boolean(began))
  setInterval(tick, 1000)
}
