// The film of a step stands in the place of its drawing while it plays. It is fetched when it is asked for.

const filmOf = screen => one("video", screen)
const filmKey = one(".film")

/** Start the film, hold it, go on; when it is over the drawing is back. */
const film = () => {
  const screen = screens[at]
  const video = filmOf(screen)
  if (!video) return
  if (screen.dataset.show !== "film") {
    turn(screen, "film")
    if (upright.matches) {
      // As large as the whole of it can be seen at once; the bar gives way.
      video.style.setProperty("--cao", innerHeight - 12 + "px")
      video.scrollIntoView({ block: "center" })
    }
  }
  video.paused ? video.play().catch(() => {}) : video.pause()
}
const nameFilm = screen => {
  const video = filmOf(screen)
  const plays = video && !video.paused
  one("span", filmKey).textContent = plays ? say("Dừng") : screen.dataset.show === "film" ? say("Xem tiếp") : "Video"
  drawSign(filmKey, plays)
}
screens.forEach(screen => {
  const video = filmOf(screen)
  if (!video) return
  for (const kind of ["play", "pause"]) video.addEventListener(kind, () => nameFilm(screen))
  // A player's own buttons lie over the words of a film: under a finger they come when it is tapped, which also holds it.
  if (matchMedia("(hover: none)").matches) {
    video.addEventListener("playing", () => (video.controls = false))
    video.addEventListener("pause", () => (video.controls = true))
    video.addEventListener("click", () => video.controls || video.pause())
  }
  video.addEventListener("ended", () => {
    if (screen.dataset.show === "film") turn(screen, "film")
    nameFilm(screen)
  })
  video.addEventListener("error", () => {
    said.textContent = say("Chưa mở được video này.")
    if (screen.dataset.show === "film") turn(screen, "film")
  })
})
filmKey.addEventListener("click", film)

acts.push({
  enter(screen) {
    filmKey.hidden = !filmOf(screen)
    nameFilm(screen)
  },
  leave(screen) {
    const video = filmOf(screen)
    if (!video || video.readyState === 0) return
    video.pause()
    video.currentTime = 0
  },
})
