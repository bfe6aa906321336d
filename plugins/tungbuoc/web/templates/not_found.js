// Somebody followed an address that leads nowhere: read the digits in it, say whether they can be a code at all
// (its check digit), and offer the codes that are one slip away.
(function () {
  var slip = function (typed, key) {
    if (typed.length === key.length) {
      var wrong = [];
      for (var i = 0; i < key.length; i++) if (typed[i] !== key[i]) wrong.push(i);
      return wrong.length < 2 || (wrong.length === 2 && wrong[1] === wrong[0] + 1 && typed[wrong[0]] === key[wrong[1]] && typed[wrong[1]] === key[wrong[0]]);
    }
    var long = typed.length > key.length ? typed : key, short = typed.length > key.length ? key : typed;
    if (long.length - short.length !== 1) return false;
    for (var j = 0; j < long.length; j++) if (long.slice(0, j) + long.slice(j + 1) === short) return true;
    return false;
  };
  var open = function (code) { location.href = GOC + code + "/"; };
  var look = function (code) {
    if (CAC[code]) return open(code);
    var say = document.getElementById("noi"), box = document.getElementById("gan");
    box.textContent = "";
    if (!code) return;
    say.textContent = code.length === 5 && tbHolds(code)
      ? say("Mã ") + code + say(" viết đúng, nhưng chưa có bước nào mang mã này. Nhìn lại tờ giấy, hoặc hỏi người phát tờ.")
      : say("Mã ") + code + say(" gõ nhầm một chỗ. Nhìn lại tờ giấy rồi gõ lại.");
    var near = Object.keys(CAC).filter(function (key) { return slip(code, key); });
    if (!near.length) return;
    var ask = document.createElement("p");
    ask.textContent = say("Có phải {reader} tìm:");
    box.appendChild(ask);
    near.slice(0, 5).forEach(function (key) {
      var line = document.createElement("p"), link = document.createElement("a");
      link.className = "b";
      link.href = GOC + key + "/";
      link.textContent = key + " – " + CAC[key];
      line.appendChild(link);
      box.appendChild(line);
    });
  };
  var found = decodeURIComponent(location.pathname).match(/(\d{3,7})\/?(?:index\.html)?$/);
  if (found) look(found[1]);
  document.getElementById("go").addEventListener("submit", function (event) {
    event.preventDefault();
    look(document.getElementById("ma").value.replace(/\D/g, ""));
  });
})();
