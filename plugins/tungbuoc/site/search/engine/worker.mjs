// The seam to the theme's search worker, which imports this file for `lang: vi` and then makes its index with `lunr.vi`.

import { library } from "./library.mjs"
import { results } from "./results.mjs"

const QUERY = 2
const RESULT = 3

/** Take the theme's documents and questions over: `scope` is the worker's global, `swaps` the table of synonyms. */
export function takeOver(scope, swaps) {
  const post = scope.postMessage.bind(scope)
  let lib
  scope.lunr.vi = function () {
    const docs = []
    const build = this.build
    this.add = doc => docs.push(doc)
    this.build = () => {
      lib = library(docs)
      return build.call(this)
    }
  }
  // The theme's own answers come from the empty index and must not follow ours.
  scope.postMessage = message => message.type !== RESULT && post(message)
  scope.addEventListener(
    "message",
    event => {
      if (event.data.type !== QUERY) return
      event.stopImmediatePropagation()
      post({ type: RESULT, data: { items: results(String(event.data.data), lib, swaps) } })
    },
    true,
  )
}
