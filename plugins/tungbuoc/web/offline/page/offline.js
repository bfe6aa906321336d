// On the home page and the list of lessons: the button that brings the whole course to this device, and what it says meanwhile.

(() => {
  const place = document.querySelector(".tb-home, .tb-all")
  const workers = navigator.serviceWorker
  if (!place || !workers) return

  const box = document.createElement("section")
  box.className = "tb-offline"
  box.hidden = true
  box.style.marginTop = "2rem"
  box.innerHTML = '<h2></h2><p role="status"></p><progress hidden></progress><p><button type="button" class="tb-button"></button></p>'
  const [title, said, bar, button] = ["h2", "[role=status]", "progress", "button"].map(name => box.querySelector(name))
  title.textContent = say("Học khi không có mạng")
  bar.style.cssText = "width:100%;max-width:20rem"
  bar.setAttribute("aria-label", say("Đã tải được"))
  place.append(box)

  const size = bytes => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`)
  const thrift = () => navigator.connection && navigator.connection.saveData

  const show = course => {
    if (course.all === 0) return
    box.hidden = false
    bar.hidden = !course.busy || course.done === undefined
    button.hidden = course.busy || course.complete
    if (course.done !== undefined) {
      bar.max = course.all
      bar.value = course.done
      said.textContent = say(`Đang tải: được ${course.done} trong ${course.all} phần. {Reader} cứ xem tiếp.`)
    } else if (course.complete) {
      said.textContent = say("Cả bộ bài đã nằm trong máy này. Mất mạng vẫn mở được mọi bài và vẫn tìm được. Video nào đã xem thì xem lại được.")
    } else if (course.busy) {
      said.textContent = say("Đang tải cả bộ bài về máy. {Reader} cứ xem tiếp.")
    } else {
      button.textContent = say(`Tải cả bộ bài về máy – ${size(course.bytes)}`)
      said.textContent = course.failed
        ? say("Mạng vừa đứt, chưa tải hết. Phần đã tải vẫn còn, bấm lại là tải tiếp.")
        : thrift()
          ? say("Máy đang bật tiết kiệm dữ liệu nên chưa tự tải. Bấm nút khi có wifi, sau này mất mạng vẫn học được.")
          : say("Tải một lần, sau này mất mạng vẫn mở được mọi bài.")
    }
  }

  workers.addEventListener("message", event => event.data && event.data.course && show(event.data.course))
  workers.startMessages()
  workers.ready.then(found => found.active.postMessage("course?"))
  button.addEventListener("click", () => {
    button.hidden = true
    said.textContent = say("Bắt đầu tải…")
    said.tabIndex = -1
    said.focus()
    workers.ready.then(found => found.active.postMessage("course!"))
  })
})()
