// A notebook kept on this phone alone: people by the name they are called, and what each has learnt.
(() => {
  const book = document.querySelector(".tb-book")
  const one = selector => book.querySelector(selector)
  const all = selector => [...book.querySelectorAll(selector)]
  const KEY = `tb:${book.dataset.book}`
  const most = Number(book.dataset.most)
  const [form, people, person, told, dialog] = [".tb-add", ".tb-people", ".tb-person", ".tb-told", "dialog"].map(one)
  const boxes = all(".tb-person input")
  let kept = [] // [{ name, done: [keys] }]
  let at = 0

  /** What was kept, whatever another version or another hand left there. */
  const recall = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY)) || []
      kept = found.filter(who => typeof who?.name === "string" && Array.isArray(who.done)).slice(0, most)
    } catch {
      kept = []
    }
  }
  const keep = () => {
    try {
      kept.length ? localStorage.setItem(KEY, JSON.stringify(kept)) : localStorage.removeItem(KEY)
    } catch {
      told.textContent = say("Máy này không cho trang ghi nhớ. Đóng trang là mất, hãy in sổ trước.")
    }
  }

  const element = (name, text = "") => Object.assign(document.createElement(name), { textContent: text })
  const number = who => boxes.filter(box => who.done.includes(box.value)).length

  const show = () => {
    at = Math.min(at, Math.max(0, kept.length - 1))
    people.replaceChildren(...kept.map((who, i) => {
      const button = element("button", who.name)
      button.type = "button"
      button.className = "tb-button"
      button.setAttribute("aria-pressed", i === at)
      button.addEventListener("click", () => {
        at = i
        show()
        people.children[i].focus()
      })
      return button
    }))
    form.hidden = kept.length >= most
    person.hidden = one(".tb-do").hidden = !kept.length
    if (!kept.length) return
    const who = kept[at]
    one("#nguoi").textContent = who.name
    boxes.forEach(box => (box.checked = who.done.includes(box.value)))
    count()
  }

  const count = () => {
    one(".tb-count").textContent = say(`Đã đánh dấu ${number(kept[at])} trong ${boxes.length} ${book.dataset.what}.`)
    all(".tb-person > details").forEach(group => {
      const mine = [...group.querySelectorAll("input")]
      group.querySelector("small").textContent = `${mine.filter(box => box.checked).length} trong ${mine.length}`
    })
  }

  form.addEventListener("submit", event => {
    event.preventDefault()
    const input = one("#ten-goi")
    const name = input.value.normalize("NFC").trim().replace(/\s+/g, " ")
    const wrong = !name ? say("Gõ tên gọi trước đã.") : kept.some(who => who.name === name) ? say(`Đã có “${name}” trong sổ. Thêm chữ cho khác tên.`) : /\d{6}/.test(name) ? say("Chỉ ghi tên gọi, đừng ghi dãy số.") : ""
    told.textContent = wrong
    if (wrong) return input.focus()
    kept.push({ name, done: [] })
    at = kept.length - 1
    input.value = ""
    told.textContent = say(`Đã thêm “${name}”.`)
    keep()
    show()
    one("#nguoi").focus()
  })

  person.addEventListener("change", event => {
    const who = kept[at]
    who.done = who.done.filter(key => key !== event.target.value)
    if (event.target.checked) who.done.push(event.target.value)
    told.textContent = ""
    keep()
    count()
  })

  /** Ask before anything is lost; the phone's back key and Esc keep it. */
  const ask = (question, yes, act) => {
    one("#hoi").textContent = question
    one("[data-yes]").textContent = yes
    one("[data-yes]").onclick = () => {
      dialog.close()
      act()
      keep()
      show()
      one("#ten-goi").focus()
    }
    dialog.showModal()
    one("[data-no]").focus()
  }
  one("[data-no]").addEventListener("click", () => dialog.close())
  one("[data-remove]").addEventListener("click", () => {
    const { name } = kept[at]
    ask(say(`Bỏ “${name}” và mọi dấu của người này?`), say("Bỏ người này"), () => {
      kept.splice(at, 1)
      told.textContent = say(`Đã bỏ “${name}”.`)
    })
  })
  one("[data-clear]").addEventListener("click", () =>
    ask(say("Xóa tên mọi người và mọi dấu trong sổ này?"), say("Xóa hết"), () => {
      kept = []
      told.textContent = say("Đã xóa hết khỏi máy này.")
    })
  )

  // On paper: everything that can be learnt, a column for each person.
  const sheet = () => {
    const row = (tag, first, others) => {
      const made = element("tr")
      const head = element("th", first)
      head.scope = tag === "th" ? "col" : "row"
      made.append(head, ...others.map(text => Object.assign(element(tag, text), tag === "th" ? { scope: "col" } : {})))
      return made
    }
    const body = boxes.map(box => row("td", box.parentNode.textContent.trim(), kept.map(who => (who.done.includes(box.value) ? "✓" : ""))))
    const [head, rows] = [element("thead"), element("tbody")]
    head.append(row("th", say(`Ngày: ......................`), kept.map(who => who.name)))
    rows.append(...body)
    one(".tb-sheet").replaceChildren(head, rows)
  }
  addEventListener("beforeprint", sheet)
  one("[data-print]").addEventListener("click", () => print())
  addEventListener("storage", event => event.key === KEY && (recall(), show()))
  addEventListener("pageshow", () => (recall(), show())) // browsers bring back ticks after “Back”

  recall()
  show()
})()
