// A stand-in for Worker where pages are opened as files: browsers refuse workers there, so the theme's search runs in a
// hidden frame instead. The theme knows the stand-in by the name `IFrameWorker`.

if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super()
      this.waiting = []
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      document.body.append(this.frame)
      const inside = this.frame.contentDocument
      inside.open()
      inside.write("<!doctype html>")
      inside.close()
      this.scope = this.frame.contentWindow
      this.scope.postMessage = data => setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })))
      this.scope.importScripts = (...addresses) => addresses.reduce((before, next) => before.then(() => this.load(next)), Promise.resolve())
      this.load(address).then(() => {
        this.ready = true
        this.waiting.forEach(data => this.deliver(data))
      })
    }

    postMessage(data) {
      this.ready ? this.deliver(data) : this.waiting.push(data)
    }

    terminate() {
      this.frame.remove()
    }

    deliver(data) {
      setTimeout(() => this.scope.dispatchEvent(new this.scope.MessageEvent("message", { data })))
    }

    load(address) {
      return new Promise((done, failed) => {
        const script = this.scope.document.createElement("script")
        script.onload = done
        script.onerror = failed
        script.src = address
        this.scope.document.documentElement.append(script)
      })
    }
  }
  window.Worker = window.IFrameWorker
}
