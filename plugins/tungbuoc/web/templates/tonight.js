// “Tối nay bạn làm gì?”: an occasion and a number of people → which sheets, how many copies, how much paper, one zip, how to print.
;(() => {
  const box = document.querySelector(".tb-tonight")
  if (!box) return
  const links = [...document.querySelectorAll(".tb-every a[data-name]")]
  const form = box.querySelector("form")
  const list = box.querySelector("ol")
  const said = box.querySelector(".tb-merged")
  const { size, offer, zipped } = tbTaking
  let occasion = null

  const people = () => Math.min(10000, Math.max(1, Number(form.elements.people.value.replace(/\D/g, "")) || 1))

  /** [{print, copies}] of the occasion; of a booklet only the pages laid two on a side, which is what a printer wants. */
  const wanted = () =>
    occasion.needs.flatMap(({ format, lessons, every }) => {
      const codes = lessons.length ? lessons : [occasion.pick ? form.elements.lesson.value : ""]
      const found = links.filter(link => link.dataset.format === format && ("whole" in link.dataset || codes.includes(link.dataset.code)))
      const folded = found.filter(link => "folded" in link.dataset)
      return (folded.length ? folded : found).map(print => ({ print, copies: every ? Math.ceil(people() / every) : 1 }))
    })

  const how = ({ pages, paper, flip, after }) => say(`giấy ${paper}, `) + (pages > 1 ? say(`in hai mặt, lật cạnh ${flip === "short" ? "ngắn" : "dài"}`) : say("in một mặt")) + (after ? `; ${after}` : "")
  const counted = ({ print, copies }) => say(`${copies} bản · ${copies * print.dataset.sheets} tờ`)
  const titled = print => (print.dataset.code ? `${print.dataset.code} · ${print.dataset.name}` : print.dataset.name)

  const sum = sheets => {
    const papers = {}
    for (const { print, copies } of sheets) {
      const paper = print.dataset.paper.replace(" ngang", "")
      papers[paper] = (papers[paper] || 0) + copies * print.dataset.sheets
    }
    const told = Object.keys(papers).sort().map(paper => say(`${papers[paper]} tờ ${paper}`))
    return say(`${sheets.length} tệp · ${told.join(", ")} · ${size(sheets.reduce((total, { print }) => total + Number(print.dataset.bytes), 0))}`)
  }

  const row = sheet => {
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = sheet.print.href
    link.dataset.file = sheet.print.dataset.file
    link.textContent = titled(sheet.print)
    const copies = document.createElement("b")
    copies.textContent = counted(sheet)
    const way = document.createElement("small")
    way.textContent = how(sheet.print.dataset)
    item.append(link, copies, way)
    return item
  }

  const show = () => {
    const sheets = wanted()
    list.replaceChildren(...sheets.map(row))
    box.querySelector(".tb-total").textContent = sum(sheets)
    said.textContent = ""
  }

  const begin = (button, chosen) => {
    occasion = chosen
    box.querySelectorAll("[data-occasion]").forEach(other => other.setAttribute("aria-pressed", other === button))
    form.hidden = false
    form.querySelector("[data-ask]").textContent = occasion.ask
    form.querySelector("[data-pick]").hidden = !occasion.pick
    form.elements.people.value = occasion.people
    show()
  }

  box.addEventListener("click", event => {
    const button = event.target.closest("[data-occasion]")
    if (button) begin(button, tbOccasions[button.dataset.occasion])
  })
  form.addEventListener("input", show)

  /** One page for whoever prints: the same that this page prints itself. */
  const note = sheets => {
    const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
    const rows = sheets.map(sheet => "<tr><td>" + [sheet.print.dataset.file, counted(sheet), how(sheet.print.dataset)].map(escaped).join("<td>"))
    const title = escaped(say(`${occasion.name}: in thế nào`))
    const style = "body{font:16px/1.5 sans-serif;max-width:50em;margin:1em auto;padding:0 1em}td,th{text-align:left;border-bottom:1px solid;padding:.3em .5em .3em 0}"
    const head = "<tr><th>" + [say("Tệp"), say("Số bản"), say("Cách in")].join("<th>")
    const foot = say("In đúng cỡ 100 %, đen trắng là đủ. Photo từ bản in gốc. In xong một tờ, quét thử một mã rồi mới in nhiều.")
    const page = `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1><p>${escaped(sum(sheets))}</p>
<table>${head}${rows.join("")}</table><p>${foot}</p></html>`
    return { name: "00-in-the-nao.html", bytes: new TextEncoder().encode(page) }
  }

  form.addEventListener("submit", async event => {
    event.preventDefault()
    const button = form.querySelector("[type=submit]")
    const sheets = wanted()
    button.disabled = true
    try {
      const file = await zipped(sheets.map(sheet => sheet.print), said, [note(sheets)])
      offer(file, `${occasion.file}.zip`, said, say("Đã xếp xong, tệp zip nằm trong máy này."))
    } catch {
      said.textContent = say("Chưa làm được: mạng vừa đứt hoặc máy hết chỗ. Bấm lại, hoặc tải từng tệp.")
    }
    button.disabled = false
  })

  form.querySelector("[data-print]").addEventListener("click", () => {
    document.documentElement.classList.add("tb-printing")
    print()
    document.documentElement.classList.remove("tb-printing")
  })
})()
