// Shown by the service worker in place of a page that is not on this device: try again, or read what is here.
(async function () {
  document.getElementById("lai").onclick = function () { location.reload(); return false; };
  var worker = navigator.serviceWorker && await navigator.serviceWorker.getRegistration();
  if (!worker) return;
  var names = (await caches.keys()).filter(function (name) { return name.startsWith("tung-buoc ") && name.endsWith(" " + worker.scope); });
  if (!names.length) return;
  var shelf = await caches.open(names[0]), pages = [], list = document.createElement("ul"), head = document.createElement("h2");
  var here = (await shelf.keys()).map(function (request) { return request.url; }).filter(function (url) { return /\/$/.test(url) && !/\/(khong-mang|in\/\w+)\/$/.test(url); });
  var isStep = function (url) { return /\/\d{5}\/$/.test(url); };
  // Lessons first; steps only where a reader has no more than those.
  here.sort(function (one, other) { return isStep(one) - isStep(other); });
  for (var url of here.slice(0, 40)) {
    var title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(await (await shelf.match(url)).text());
    if (title) pages.push([url, title[1]]);
  }
  pages.forEach(function (page) {
    var link = document.createElement("a"), item = document.createElement("li");
    link.href = page[0];
    link.textContent = new DOMParser().parseFromString(page[1], "text/html").body.textContent;
    item.append(link);
    list.append(item);
  });
  if (!pages.length) return;
  head.textContent = say("Đã có trong máy");
  list.className = "co";
  document.getElementById("co").append(head, list);
})();
