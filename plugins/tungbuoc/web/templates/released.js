// The edition typed, or named in the address (`?ban=2`): its line of the list, large.
(function () {
  var form = document.getElementById("hoi"), field = document.getElementById("ban"), answer = document.getElementById("dap");
  var look = function (edition) {
    var line = document.querySelector('[data-ban="' + edition + '"]');
    if (line) answer.replaceChildren(...line.cloneNode(true).childNodes);
    else answer.textContent = say("Chưa thấy ấn bản ") + edition + say(" của bài này. Xem lại số ở chân tờ giấy.");
  };
  form.style.display = "";
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var digits = field.value.replace(/\D/g, "");
    if (digits) look(Number(digits));
    else field.focus();
  });
  var named = new URLSearchParams(location.search).get("ban");
  if (named && /^\d{1,4}$/.test(named)) {
    field.value = Number(named);
    look(Number(named));
  }
})();
