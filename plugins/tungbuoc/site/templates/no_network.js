// Shown by the service worker in place of a page that is not on this device: try again, or read what is here.
(async function () {
  document.getElementById("lai").onclick = function () { location.reload(); return false; };
  var worker = await navigator.serviceWorker.getRegistration();
  var names = (await caches.keys()).filter(function (name) { return name.startsWith("tung-buoc ") && name.endsWith(" " + worker.scope); });
  if (!names.length) return;
  var shelf = await caches.open(names[0]), pages = [], list = document.createElement("ul"), head = document.createElement("h2");
  for (var request of await shelf.keys()) {
    if (!/\/$/.test(request.url) || /\/khong-mang\/$/.test(request.url) || pages.length > 40) continue;
    var title = /<h1[^>]*>([^<]+)/.exec(await (await shelf.match(request)).text());
    if (title) pages.push([request.url, title[1]]);
  }
  pages.forEach(function (page) {
    var link = document.createElement("a"), item = document.createElement("li");
    link.href = page[0];
    link.textContent = new DOMParser().parseFromString(page[1], "text/html").body.textContent;
    item.append(link);
    list.append(item);
  });
  if (!pages.length) return;
  head.textContent = "Đã có trong máy";
  list.className = "co";
  document.getElementById("co").append(head, list);
})();
