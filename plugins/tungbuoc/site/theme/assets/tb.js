// What a reader's own phone adds to a page that is whole without it: text size, reading aloud, the next step, the place
// and the ticks remembered here alone, sending on, the quiz, the code form, and the search when it is asked for.
{
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const one = (selector, within = document) => within.querySelector(selector)
  const press = (name, act) => all(`[data-tb=${name}]`).forEach(button => button.addEventListener("click", act))
  const root = document.documentElement

  /** What is remembered on this device; a browser that refuses remembers nothing. */
  const kept = name => {
    try {
      return JSON.parse(localStorage.getItem("tb:" + name))
    } catch {
      return null
    }
  }
  const keep = (name, value) => {
    try {
      localStorage.setItem("tb:" + name, JSON.stringify(value))
    } catch {
      // private windows and full disks: the page works on without memory
    }
  }

  // A lesson past its review says so by the device's own day, also where the page was kept long ago.
  for (const line of all("[data-due]")) line.hidden = new Date(line.dataset.due + "T23:59:59") > new Date()

  // “Chữ to”: three sizes; the button says what the next tap does.
  const sizes = [say("Chữ to"), say("To nữa"), say("Chữ vừa")]
  const size = () => +root.dataset.chu || 0
  const nameSize = () => all("[data-tb=size]").forEach(button => (button.textContent = sizes[size()]))
  press("size", () => {
    root.dataset.chu = (size() + 1) % 3
    keep("chu", size())
    nameSize()
  })
  nameSize()

  const lesson = one(".tb-lesson")
  const steps = all(".tb-step")
  const stops = all(".tb-step, .tb-section, .tb-end")
  let now = -1 // which stop the reader is at
  let resume = null // where this lesson was left last time

  if (lesson) {
    const code = lesson.dataset.code
    const go = one("[data-tb=next]")
    const listen = one("[data-tb=listen]")
    const links = all(".tb-side a")
    const after = one(".tb-end .tb-next")

    const left = kept("cho")
    if (left?.code === code && !location.hash) resume = stops.find(step => step.dataset.key === left.key && step !== stops[0])

    const look = () => {
      const line = Math.min(innerHeight * 0.3, 200)
      now = stops.reduce((at, stop, i) => (stop.getBoundingClientRect().top < line ? i : at), -1)
      const step = stops[now]?.dataset.key ? stops[now] : null
      links.forEach((link, i) => (steps[i] === step ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current")))
      if (step && scrollY) {
        resume = null
        keep("cho", { code, key: step.dataset.key, number: steps.indexOf(step) + 1, title: one("h1").textContent, path: location.pathname })
      }
      const next = stops[now + 1]
      go.textContent = resume ? say(`Học tiếp: bước ${steps.indexOf(resume) + 1}`) : !next ? (after ? say("Bài sau") : say("Về đầu bài")) : next.dataset.key ? say("Bước tiếp") : say("Xem tiếp")
      listen.hidden = !speaking() && !voiceFor(step)
    }
    let due = 0
    addEventListener("scroll", () => (due ||= requestAnimationFrame(() => ((due = 0), look()))), { passive: true })
    addEventListener("resize", look)

    go.addEventListener("click", () => {
      const stop = resume || stops[now + 1]
      resume = null
      if (!stop && after) return after.click()
      const target = stop ? one("h2", stop) || stop : one("h1")
      ;(stop || document.body).scrollIntoView()
      target.tabIndex = -1
      target.focus({ preventScroll: true })
    })

    // Ticks: which steps of which lessons were done.
    const done = new Set(kept("xong") || [])
    const tick = step => {
      const on = done.has(step.dataset.key)
      step.classList.toggle("tb-done", on)
      links[steps.indexOf(step)]?.classList.toggle("tb-done", on)
      return on
    }
    steps.forEach(step => {
      const box = one(".tb-tick input", step)
      box.checked = tick(step)
      box.addEventListener("change", () => {
        done[box.checked ? "add" : "delete"](step.dataset.key)
        keep("xong", [...done])
        tick(step)
      })
    })

    // “Nghe”: somebody's recording first, else the device's voice for the language of the page.
    const speech = window.speechSynthesis
    const tongue = document.documentElement.lang
    const device = () => speech?.getVoices().find(voice => voice.lang.toLowerCase().split(/[-_]/)[0] === tongue)
    let sound = null
    const speaking = () => !!sound
    const voiceFor = step => (step || steps[0])?.dataset.voice || device()
    const hush = () => {
      sound?.pause?.()
      speech?.cancel()
      sound = null
      listen.textContent = say("Nghe")
    }
    listen.addEventListener("click", () => {
      if (sound) return hush()
      const step = stops[now]?.dataset.key ? stops[now] : steps[0]
      listen.textContent = say("Dừng")
      if (step.dataset.voice) {
        sound = new Audio(step.dataset.voice)
        sound.onended = sound.onerror = hush
        sound.play().catch(hush)
      } else {
        sound = new SpeechSynthesisUtterance(one(".tb-words", step).textContent.replace(/\s*\n\s*/g, ". "))
        sound.voice = device()
        sound.lang = sound.voice.lang
        sound.rate = 0.85
        sound.onend = sound.onerror = hush
        speech.speak(sound)
      }
    })
    speech?.addEventListener?.("voiceschanged", look)
    addEventListener("pagehide", hush)
    look()
  }

  // “Gửi cho người nhà”: the phone's own list of people, else the address to paste.
  press("send", async event => {
    const said = one(".tb-lesson .tb-said")
    const url = location.href.split(/[?#]/)[0]
    try {
      if (navigator.share) return await navigator.share({ title: document.title, url })
      await navigator.clipboard.writeText(url)
      said.textContent = say("Đã chép địa chỉ bài. {Reader} mở Zalo, dán vào tin nhắn gửi người nhà.")
    } catch (error) {
      if (error.name !== "AbortError") said.textContent = say("{Reader} gửi địa chỉ này: ") + url
    }
  })

  // Tự kiểm: nothing is counted or kept.
  all(".tb-question").forEach(question => {
    const reasons = all(".tb-key li", question)
    const why = document.createElement("p")
    why.className = "tb-why"
    why.setAttribute("role", "status")
    one(".tb-answers", question).classList.add("tb-live")
    const buttons = all(".tb-answers li", question).map((answer, i) => {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "tb-answer"
      button.append(...answer.childNodes)
      answer.append(button)
      button.addEventListener("click", () => {
        buttons.forEach(other => other.setAttribute("aria-pressed", other === button))
        const right = answer.dataset.right === "1"
        const word = document.createElement("strong")
        word.textContent = right ? say("✓ Đúng rồi. ") : say("✗ Chưa đúng. ")
        why.replaceChildren(word, ...one("span", reasons[i]).cloneNode(true).childNodes, right ? "" : say(" {Reader} chọn lại nhé."))
        answer.after(why)
      })
      return button
    })
  })

  // A film is fetched when it is opened, and plays in the place of the drawing, as large as the whole of it can be seen at
  // once: the bar below gives way as long as an open film is in sight.
  const films = all(".tb-film")
  const short = matchMedia("(max-height: 499px)") // as in tb.css: there the bar is not fixed
  const giveWay = () => {
    const inSight = film => film.open && film.getBoundingClientRect().bottom > 0 && film.getBoundingClientRect().top < innerHeight
    root.classList.toggle("tb-plays", films.some(inSight))
  }
  const fit = film => {
    const button = short.matches ? 0 : one("summary", film).offsetHeight
    one("video", film).style.setProperty("--tb-phim", `${innerHeight - button - 20}px`)
    ;(button ? film : one("video", film)).scrollIntoView({ block: "center", behavior: "instant" })
  }
  const offers = films.map(film => one("summary > :last-child", film).innerHTML)
  const shown = (film, on) => {
    one("summary > :last-child", film).innerHTML = on ? say("Đóng video") : offers[films.indexOf(film)]
    film.closest(".tb-step").classList.toggle("tb-showing", on)
    if (!on) one("video", film).pause()
  }
  films.forEach(film =>
    film.addEventListener("toggle", () => {
      const video = one("video", film)
      if (video.textTracks[0]) video.textTracks[0].mode = "hidden" // the words are in the picture
      shown(film, film.open)
      if (film.open) {
        films.filter(other => other !== film && other.open).forEach(other => shown(other, (other.open = false)))
        fit(film)
        video.play().catch(() => {})
      } else if (films.every(other => !other.open)) one("summary", film).scrollIntoView({ block: "center", behavior: "instant" })
      giveWay()
    })
  )
  // A player's own buttons lie over the words of a film: under a finger they come when it is tapped, which also holds it.
  if (matchMedia("(hover: none)").matches)
    all(".tb-film video").forEach(video => {
      video.addEventListener("playing", () => (video.controls = false))
      video.addEventListener("pause", () => (video.controls = true))
      video.addEventListener("click", () => video.controls || video.pause())
    })
  if (films.length) addEventListener("scroll", giveWay, { passive: true })
  let wide = innerWidth
  addEventListener("resize", () => {
    const film = films.find(film => film.open)
    if (film && wide !== innerWidth && !document.fullscreenElement) fit(film)
    wide = innerWidth
  })

  // The reader's own kind of phone first; paper shows both.
  if (/iPhone|iPad/.test(navigator.userAgent))
    all(".kind[data-on=iphone]").forEach(own => {
      const other = one(".kind[data-on=android]", own.parentNode)
      own.open = true
      if (other) {
        other.open = false
        other.before(own)
      }
    })
  addEventListener("beforeprint", () => all(".kind, .tb-prepare").forEach(folded => (folded.open = true)))

  // The code from the paper. Its check digit (`web/templates/check_digit.js`) tells a slip before a page is asked for.
  one(".tb-go")?.addEventListener("submit", event => {
    event.preventDefault()
    const { root: up, index } = event.target.dataset
    const digits = one("input", event.target).value.normalize("NFKC").replace(/\D/g, "")
    if (/^[1-9]\d{4}$/.test(digits) && tbHolds(digits)) location.href = `${up}${digits}/${index}`
    else
      one(".tb-said", event.target).textContent =
        digits.length === 5 ? say("Mã này chưa đúng. {Reader} nhìn lại từng số trên tờ giấy.") : say("Mã có 5 số, in dưới ô vuông lấm tấm. {Reader} gõ đủ 5 số nhé.")
  })

  const again = one(".tb-again")
  const left = again && kept("cho")
  if (left) {
    const link = one("a", again)
    link.href = `${left.path}#${left.key}`
    link.textContent = say(`Học tiếp: ${left.title}, bước ${left.number}`)
    again.hidden = false
  }

  // Search: Material's script and worker are fetched now, not before.
  const dialog = one(".tb-search")
  const toggle = one("#__search")
  const later = one("script[data-tb-later]")
  const fetchSearch = () => {
    if (!later.isConnected) return
    const script = document.createElement("script")
    script.src = later.src
    later.replaceWith(script)
  }
  const open = () => {
    if (!dialog.open) dialog.showModal()
    fetchSearch()
    one("input", dialog).focus()
  }
  press("search", open)
  press("close", () => dialog.close())
  // The theme keeps its own state in a checkbox.
  toggle.addEventListener("change", () => (toggle.checked ? open() : dialog.close()))
  dialog.addEventListener("close", () => toggle.checked && toggle.click())
  dialog.addEventListener("click", event => event.target === dialog && dialog.close())
  dialog.addEventListener("submit", event => event.preventDefault())
  // To the theme Tab means “close” and any key “type”; here Tab goes round the dialog and buttons keep their keys.
  document.addEventListener("keydown", event => dialog.open && (event.key === "Tab" || /button|reset/.test(event.target.type)) && event.stopPropagation(), true)
  // The theme lets only arrow keys reach what was found; here Tab does too.
  const reachable = () => all("[tabindex='-1']", dialog).forEach(link => link.removeAttribute("tabindex"))
  new MutationObserver(reachable).observe(dialog, { childList: true, subtree: true })
  if (new URLSearchParams(location.search).has("q")) open()
}
