// The seam to the theme's search worker, which imports this file for `lang: vi` and then makes its index with `lunr.vi`.

import { library } from "./library.mjs"
import { results } from "./results.mjs"

const QUERY = 2
const RESULT = 3

/** Take the theme's documents and questions over: `scope` is the worker's global. */
export function takeOver(scope) {
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
  // The theme hears the question too, and asks its own index, which is empty. Spare it the parsing, and us its answer.
  scope.lunr.QueryParser.prototype.parse = () => {}
  scope.postMessage = message => message.type !== RESULT && post(message)
  scope.addEventListener("message", ({ data }) => {
    if (data.type === QUERY) post({ type: RESULT, data: { items: results(data.data, lib) } })
  })
}
