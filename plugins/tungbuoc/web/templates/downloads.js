// The page of handouts: formats × lessons → the set to print, what it takes of paper and money, and one file of it all.
(() => {
  const page = document.querySelector(".tb-downloads")
  const form = page.querySelector(".tb-pick")
  const links = [...page.querySelectorAll(".tb-every a[data-name]")]
  const list = page.querySelector(".tb-chosen ol")
  const said = page.querySelector(".tb-merged")
  const { size, taken, bytesOf, offer, pdf, zipped } = tbTaking
  const left = new Set() // PDFs taken out of the set one by one
  page.querySelector(".tb-every").open = false

  const picked = name => [...form.querySelectorAll(`[name=${name}]:checked`)].map(box => box.value)
  const number = name => Number(form.elements[name].value.replace(/\D/g, ""))
  const sum = (prints, what) => prints.reduce((total, print) => total + Number(print.dataset[what]), 0)

  const chosen = () => {
    const formats = picked("khuon")
    const lessons = picked("bai")
    const whole = picked("so")
    const wanted = link => ("whole" in link.dataset ? whole.includes(link.getAttribute("href")) : formats.includes(link.dataset.format) && lessons.includes(link.dataset.code))
    return links.filter(link => wanted(link) && !left.has(link.href))
  }

  const row = print => {
    const item = document.createElement("li")
    const { name, code, pages, sheets, paper, bytes, picture, file } = print.dataset
    if (picture) {
      const image = new Image(65, 92)
      image.src = picture
      image.alt = ""
      image.loading = "lazy"
      item.append(image)
    }
    const words = document.createElement("span")
    const link = document.createElement("a")
    link.href = print.href
    link.dataset.file = file
    link.textContent = code ? `${code} · ${name}` : name
    const about = document.createElement("small")
    about.textContent = say(`${pages} mặt · ${sheets} tờ ${paper} · ${size(bytes)}`)
    words.append(link, about)
    const out = document.createElement("button")
    out.type = "button"
    out.textContent = say("Bỏ")
    out.setAttribute("aria-label", say(`Bỏ ${link.textContent}`))
    out.addEventListener("click", () => {
      left.add(print.href)
      show()
      page.querySelector("#bo-in").focus()
    })
    item.append(words, out)
    return item
  }

  const show = () => {
    const prints = chosen()
    list.replaceChildren(...prints.map(row))
    page.querySelector(".tb-none").hidden = prints.length > 0
    page.querySelector(".tb-sum").hidden = !prints.length
    if (said) said.textContent = ""
    total(prints)
  }

  const total = prints => {
    const copies = Math.max(1, number("ban"))
    const sides = sum(prints, "pages") * copies
    const papers = [...new Set(prints.map(print => print.dataset.paper.replace(" ngang", "")))].sort()
    const sheets = papers.map(paper => say(`${sum(prints.filter(print => print.dataset.paper.startsWith(paper)), "sheets") * copies} tờ ${paper}`))
    const money = amount => amount.toLocaleString(document.documentElement.lang)
    const cost = number("gia") ? say(` · ${sides} × ${money(number("gia"))} = ${money(sides * number("gia"))} đồng`) : ""
    page.querySelector(".tb-total").textContent = say(`${prints.length} tệp · ${sides} mặt · ${sheets.join(", ")} in hai mặt · ${size(sum(prints, "bytes"))}${cost}`)
  }

  form.addEventListener("change", event => {
    if (event.target.type === "checkbox" && event.target.name !== "hai-mat") left.clear(), show()
  })
  form.addEventListener("input", event => ["ban", "gia"].includes(event.target.name) && total(chosen()))

  form.addEventListener("click", event => {
    const button = event.target.closest("button")
    if (!button) return
    if ("every" in button.dataset) {
      const boxes = [...button.closest("[role=group]").querySelectorAll("input")]
      const on = boxes.some(box => !box.checked)
      boxes.forEach(box => (box.checked = on))
    } else if (button.dataset.formats !== undefined) {
      const formats = button.dataset.formats.split(" ")
      const lessons = button.dataset.lessons.split(" ")
      form.querySelectorAll("[name=khuon]").forEach(box => (box.checked = formats.includes(box.value)))
      form.querySelectorAll("[name=bai]").forEach(box => (box.checked = lessons.includes(box.value)))
      form.querySelectorAll("[name=so]").forEach(box => (box.checked = button.dataset.whole.split(" ").includes(box.value)))
    } else return
    left.clear()
    show()
  })

  // One file for the copy shop, made in this browser: nothing is sent anywhere.
  const library = () =>
    window.PDFLib ||
    new Promise((done, failed) => {
      const script = document.createElement("script")
      script.src = page.dataset.merging
      script.onload = () => done(window.PDFLib)
      script.onerror = failed
      document.head.append(script)
    })

  const merge = async prints => {
    const { PDFDocument } = await library()
    const whole = await PDFDocument.create()
    const duplex = form.elements["hai-mat"].checked
    for (const [at, print] of prints.entries()) {
      said.textContent = say(`Đang gộp tệp ${at + 1} trong ${prints.length}…`)
      const one = await PDFDocument.load(await bytesOf(print.href))
      const pages = await whole.copyPages(one, one.getPageIndices())
      pages.forEach(added => whole.addPage(added))
      const last = pages[pages.length - 1]
      if (duplex && pages.length % 2 && at + 1 < prints.length) whole.addPage([last.getWidth(), last.getHeight()])
    }
    whole.setTitle(say(`${page.dataset.site}: bộ in ${prints.length} tờ`))
    return pdf(await whole.save())
  }

  const made = async (button, make, name, words) => {
    const prints = chosen()
    button.disabled = true
    try {
      offer(await make(prints), name(prints), said, words)
    } catch {
      said.textContent = say("Chưa làm được: mạng vừa đứt hoặc máy hết chỗ. Bấm lại, hoặc tải từng tệp ở dưới.")
    }
    button.disabled = false
  }

  form.addEventListener("submit", event => {
    event.preventDefault()
    const button = form.querySelector("[type=submit]")
    if (button) made(button, merge, prints => `bo-in-${prints.length}-to.pdf`, say("Đã gộp xong, tệp nằm trong máy này."))
  })
  const zip = form.querySelector("[data-zip]")
  zip.addEventListener("click", () => made(zip, prints => zipped(prints, said), prints => `bo-in-${prints.length}-tep.zip`, say("Đã xếp xong, tệp zip nằm trong máy này.")))

  // One sheet: with a team's name it is made here, without one the link is followed as ever.
  const told = document.createElement("p")
  told.className = "tb-told"
  told.setAttribute("role", "status")
  page.addEventListener("click", async event => {
    const link = event.target.closest("a[data-file]")
    if (!link || !tbTeam || !tbTeam.kept()) return
    event.preventDefault()
    link.closest("li").append(told)
    told.textContent = say("Đang ghi tên tổ…")
    try {
      const { bytes, named } = await taken(link.href)
      offer(pdf(bytes), link.dataset.file, told, named ? say("Đã ghi tên tổ, tệp nằm trong máy này.") : say("Tờ này không có ô đủ chỗ cho tên tổ, tải như cũ."))
    } catch {
      told.textContent = say("Chưa tải được: mạng vừa đứt hoặc máy hết chỗ. Bấm lại.")
    }
  })

  // The browser brings back ticks after “Back”.
  page.querySelector("#bo-in").tabIndex = -1
  addEventListener("pageshow", show)
  show()
})()
