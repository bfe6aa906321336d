// A question for the class: a tap on an answer tells whether it is right, and why; Enter or “Đáp án” shows the right one.

const answers = screen => all(".answer", screen)
const isOpen = screen => Boolean(one('.answer[data-told="1"]', screen))

const tell = (screen, answer) => {
  if (answer.dataset.told === undefined) answer.dataset.told = answer.parentNode.dataset.right
  const word = document.createElement("strong")
  word.textContent = answer.dataset.told === "1" ? say("Đúng. ") : say("Chưa đúng. ")
  one(".reason", screen).replaceChildren(word, ...one(".why", answer.parentNode).cloneNode(true).childNodes)
  label()
}
/** Show the right answer; false when there is none to show, or it is shown already. */
const reveal = screen => {
  const right = one('[data-right="1"] .answer', screen)
  if (!right || isOpen(screen)) return false
  tell(screen, right)
  return true
}

all(".question").forEach(screen => {
  all("li", screen).forEach(place => {
    const answer = document.createElement("button")
    answer.type = "button"
    answer.className = "answer"
    answer.append(one(".said", place), one(".verdict", place))
    place.prepend(answer)
    answer.addEventListener("click", () => tell(screen, answer))
  })
  const reason = document.createElement("p")
  reason.className = "reason"
  reason.setAttribute("role", "status")
  screen.append(reason)
})

acts.push({
  waits: screen => screen.matches(".question") && !isOpen(screen),
  more: reveal,
  // Entered anew it asks anew; the longest reason is laid in unseen, so that nothing moves when one is told.
  enter(screen) {
    if (!screen.matches(".question")) return
    answers(screen).forEach(answer => delete answer.dataset.told)
    const reason = one(".reason", screen)
    const longest = all(".why", screen).reduce((most, why) => (why.textContent.length > most.textContent.length ? why : most))
    reason.style.minHeight = ""
    reason.textContent = say("Chưa đúng. ") + longest.textContent
    fit(screen)
    reason.style.minHeight = reason.offsetHeight + "px"
    reason.textContent = ""
  },
})
