// The film of a step stands in the place of its drawing while it plays. It is fetched when it is asked for.

const filmOf = screen => one("video", screen)
const filmKey = one(".film")

/** Start the film, hold it, go on; when it is over the drawing is back. */
const film = () => {
  const screen = screens[at]
  const video = filmOf(screen)
  if (!video) return
  if (screen.dataset.show !== "film") turn(screen, "film")
  video.paused ? video.play().catch(() => {}) : video.pause()
}
const nameFilm = screen => {
  const video = filmOf(screen)
  const plays = video && !video.paused
  one("span", filmKey).textContent = plays ? "Dừng" : screen.dataset.show === "film" ? "Xem tiếp" : "Video"
  drawSign(filmKey, plays)
}
screens.forEach(screen => {
  const video = filmOf(screen)
  if (!video) return
  for (const kind of ["play", "pause"]) video.addEventListener(kind, () => nameFilm(screen))
  video.addEventListener("ended", () => {
    if (screen.dataset.show === "film") turn(screen, "film")
    nameFilm(screen)
  })
  video.addEventListener("error", () => {
    said.textContent = "Chưa mở được video này."
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
