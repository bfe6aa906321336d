// “Ghi tên tổ của tôi”: typed once, kept on this phone, drawn as it will stand on paper, put into every PDF that is taken home.
const tbTeam = (() => {
  const KEY = "tb:to"
  const FIELDS = ["name", "phone", "hours", "place", "link"]
  const BOX = { width: 31606, height: 7087, size: 160 } // the one on a leaflet
  const box = document.querySelector(".tb-team")
  const form = box.querySelector("form")
  const figure = box.querySelector("figure")
  const forget = box.querySelector("[data-forget]")
  const said = box.querySelector(".tb-kept")
  const widths = new Map([...tbFont.letters].map((letter, at) => [letter, tbFont.widths[at]]))
  let team = null

  const remember = () => {
    try {
      team ? localStorage.setItem(KEY, JSON.stringify(team)) : localStorage.removeItem(KEY)
    } catch {} // a browser that keeps nothing: good until the page is closed
  }
  const recalled = () => {
    try {
      const found = tbStamping.typed(JSON.parse(localStorage.getItem(KEY)) || {})
      return Object.keys(judged(found)).length ? null : found.team
    } catch {
      return null
    }
  }

  /** What is wrong, also what only the font and the box know. */
  const judged = ({ team, wrong }) => {
    for (const field of ["name", "phone", "hours", "place"]) {
      const lacking = [...new Set(team[field])].filter(letter => !widths.has(letter)).join("")
      if (lacking) wrong[field] = say(`Phông trên tờ không có chữ «${lacking}».`)
    }
    if (!Object.keys(wrong).length && !tbStamping.lay(team, tbFont.room, widths, tbFont.phone)) wrong.name = say("Tên dài quá ô trên tờ. Viết ngắn lại.")
    return wrong
  }

  const drawn = room => {
    const block = tbStamping.lay(team, room, widths, tbFont.phone)
    const parts = block.runs.map(({ x, y, size, text }) => {
      const wide = [...text].reduce((sum, letter) => sum + widths.get(letter), 0) * size / 1e4
      const words = Object.assign(document.createElementNS("http://www.w3.org/2000/svg", "text"), { textContent: text })
      const about = { x: x / 100, y: (room.height - y) / 100, "font-size": size / 10, "font-weight": 700, "font-family": "'Noto Sans',Arial,sans-serif", textLength: wide, lengthAdjust: "spacingAndGlyphs" }
      for (const [name, value] of Object.entries(about)) words.setAttribute(name, value)
      return words
    })
    if (block.square) {
      const { x, y, module, rows } = block.square
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
      path.setAttribute("transform", `translate(${x / 100} ${(room.height - y) / 100 - rows.length * module / 100}) scale(${module / 100})`)
      path.setAttribute("d", rows.map((row, at) => [...row.matchAll(/1+/g)].map(dark => `M${dark.index} ${at}h${dark[0].length}v1h-${dark[0].length}z`).join("")).join(""))
      parts.push(path)
    }
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
    svg.setAttribute("viewBox", `0 0 ${room.width / 100} ${room.height / 100}`)
    svg.setAttribute("role", "img")
    svg.setAttribute("aria-label", block.runs.map(run => run.text).join(", "))
    svg.append(...parts)
    return svg
  }

  const show = () => {
    for (const field of FIELDS) form.elements[field].value = team ? team[field] : ""
    forget.hidden = figure.hidden = !team
    if (team) figure.querySelector("div").replaceChildren(...[tbFont.room, BOX].map(drawn))
    box.querySelector("h2").textContent = team ? say(`Đang ghi: ${team.name}`) : say("Ghi tên tổ của tôi")
  }

  form.addEventListener("submit", event => {
    event.preventDefault()
    const found = tbStamping.typed(Object.fromEntries(new FormData(form)))
    const wrong = judged(found)
    for (const field of FIELDS) {
      form.elements[field].setAttribute("aria-invalid", field in wrong)
      box.querySelector(`#to-${field}-sai`).textContent = wrong[field] || ""
    }
    const first = FIELDS.find(field => field in wrong)
    said.textContent = first ? "" : say("Đã nhớ. Tờ nào bạn tải từ đây cũng có tên tổ.")
    if (first) return form.elements[first].focus()
    team = found.team
    remember()
    show()
  })
  forget.addEventListener("click", () => {
    team = null
    remember()
    show()
    said.textContent = say("Đã xóa khỏi máy này. Ô trên tờ lại để trống.")
    form.elements.name.focus()
  })

  team = recalled()
  show()
  return {
    kept: () => Boolean(team),
    /** The PDF with the team's name; as it is where no team is kept, the sheet has no box or the box is too small. */
    signed: bytes => {
      if (!team) return bytes
      try {
        return tbStamping.stamp(bytes, team)
      } catch (error) {
        if (error instanceof tbStamping.StampError) return bytes
        throw error
      }
    },
  }
})()
