// What the page of handouts takes home: bytes of PDFs with the team's name, files offered to the phone, several as one zip.
const tbTaking = (() => {
  const size = bytes => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`)

  // The PDF's bytes, with the team's name when one is kept. Opened as files, pages may load scripts but read no PDF.
  const SHELF = "to-in"
  const loaded = href =>
    new Promise((done, failed) => {
      const script = document.createElement("script")
      script.src = `${href}.js`
      window.tungBuocTo = said => done(Uint8Array.from(atob(said), letter => letter.charCodeAt(0)))
      script.onload = () => script.remove()
      script.onerror = failed
      document.head.append(script)
    })
  const shelf = () => (window.caches ? caches.open(SHELF).catch(() => null) : null)
  const fetched = async href => {
    const answer = await fetch(href).catch(() => null)
    const kept = await shelf()
    if (answer && answer.ok) {
      if (kept) await kept.put(href, answer.clone()).catch(() => {})
      return new Uint8Array(await answer.arrayBuffer())
    }
    const old = !answer && kept && (await kept.match(href))
    if (!old) throw new Error(href)
    return new Uint8Array(await old.arrayBuffer())
  }
  const taken = async href => {
    const bytes = await (location.protocol === "file:" ? loaded(href) : fetched(href))
    const made = tbTeam ? tbTeam.signed(bytes) : bytes
    return { bytes: made, named: made !== bytes }
  }
  const bytesOf = async href => (await taken(href)).bytes
  const offer = (blob, name, told, words) => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.className = "tb-button"
    link.textContent = say(`Mở lại tệp này (${size(blob.size)})`)
    told.replaceChildren(`${words} `, link)
    link.click()
  }
  const pdf = bytes => new Blob([bytes], { type: "application/pdf" })

  const zipped = async (prints, said, more = []) => {
    const files = [...more]
    for (const [at, print] of prints.entries()) {
      said.textContent = say(`Đang xếp tệp ${at + 1} trong ${prints.length}…`)
      files.push({ name: print.dataset.file, bytes: await bytesOf(print.href) })
    }
    return tbStamping.zip(files)
  }

  return { size, taken, bytesOf, offer, pdf, zipped }
})()
