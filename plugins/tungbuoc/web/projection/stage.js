// A lesson on a screen for the whole class: one part at a time. What is shown is named in the address, so that a reload
// keeps it. The other scripts of the page say what they do when a screen is entered and left, and which step comes within one.

const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const one = (selector, within = document) => within.querySelector(selector)
const screens = all(".screen")
const said = one("#said")
const drawSign = (key, plays) => one("path", key).setAttribute("d", plays ? "M8 5v14M16 5v14" : "M8 5l11 7-11 7z")
const upright = matchMedia("(max-width:44em),(max-height:26em),(max-aspect-ratio:1/1)") // as in stage.css: there a screen scrolls

/** What other scripts add: `enter(screen)`, `leave(screen)`; `waits(screen)`, true while the next press on “Tiếp” is for it, and
    `more(screen)`, which takes that press and says whether it did. */
const acts = []
let at = -1

/** Shrink a screen's words until all of them are seen; below two thirds it scrolls rather than becoming small. */
const fit = screen => {
  for (let k = 1; k > 0.66; k -= 0.03) {
    screen.style.setProperty("--k", k.toFixed(2))
    if (upright.matches || (screen.scrollHeight <= screen.clientHeight && screen.scrollWidth <= screen.clientWidth)) return
  }
}

const road = one(".road")
const marks = screens.map(screen => {
  const stone = screen.dataset.number && one(".named svg", screen).cloneNode(true)
  const mark = document.createElement(stone ? "span" : "i")
  if (stone) mark.append(stone)
  road.append(mark)
  return mark
})

/** Show a screen by its number; where there is none nothing happens. */
const show = (to, focus = true) => {
  const screen = screens[to]
  if (!screen || to === at) return
  const before = screens[at]
  at = to
  if (before) rest(before)
  screens.forEach(other => other.classList.toggle("now", other === screen))
  marks.forEach((mark, i) => {
    mark.classList.toggle("past", i < to)
    mark.classList.toggle("now", i === to)
  })
  acts.forEach(act => act.enter && act.enter(screen))
  measure()
  fit(screen)
  scrollTo(0, 0)
  history.replaceState(null, "", "#" + screen.id)
  one(".back").disabled = !to
  label()
  if (focus) {
    const title = one("h2", screen)
    title.tabIndex = -1
    title.focus({ preventScroll: true })
  }
}

/** What the next press on “Tiếp” does is said on it. */
const label = () => {
  const next = one(".next")
  const hidden = acts.some(act => act.waits && act.waits(screens[at]))
  one("span", next).textContent = hidden ? say("Đáp án") : say("Tiếp")
  next.disabled = at === screens.length - 1
}
const forward = () => {
  const screen = screens[at]
  if (acts.some(act => act.more && act.more(screen))) return label()
  show(at + 1)
}
const back = () => show(at - 1)

/** What stands in the place that drawing, film and code share: the drawing (empty), the film or the code. */
const put = (screen, what) => {
  screen.dataset.show = what
  document.body.classList.toggle("plays", what === "film")
}
/** Back to the drawing, the film stopped. */
const rest = screen => {
  put(screen, "")
  acts.forEach(act => act.leave && act.leave(screen))
}
/** Show the film or the code, or the drawing again. */
const turn = (screen, what) => {
  put(screen, screen.dataset.show === what ? "" : what)
  fit(screen)
}

one(".next").addEventListener("click", forward)
one(".back").addEventListener("click", back)
all(".code").forEach(code => {
  code.setAttribute("role", "button")
  code.addEventListener("click", event => {
    event.preventDefault()
    enlarge()
  })
})
const enlarge = () => {
  const screen = screens[at]
  const large = screen.dataset.show === "code"
  rest(screen)
  if (!large && one(".code", screen)) turn(screen, "code")
  else fit(screen)
}

const fromAddress = () => Math.max(0, screens.findIndex(screen => "#" + screen.id === location.hash))
addEventListener("hashchange", () => show(fromAddress()))
// A film is as tall as the bar leaves room for; where a screen scrolls, only the bar's first line stays in sight.
const measure = () => {
  document.body.style.setProperty("--bar", one(".bar").offsetHeight + "px")
  document.body.style.setProperty("--below", one(".keys").offsetHeight - one(".next").offsetHeight - 10 + "px")
}
addEventListener("resize", () => {
  measure()
  fit(screens[at])
})
