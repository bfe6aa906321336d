// What a phone adds to the page behind a code: larger words, a voice, the film with its captions, its own kind of screen first.
(function () {
  var root = document.documentElement, all = function (selector) { return [].slice.call(document.querySelectorAll(selector)) };

  var larger = document.getElementById("chu"), name = function () { larger.textContent = ["Chữ to", "Chữ to nữa", "Chữ vừa"][+root.dataset.chu || 0] };
  larger.hidden = false;
  larger.onclick = function () {
    root.dataset.chu = ((+root.dataset.chu || 0) + 1) % 3;
    try { localStorage["tb:chu"] = root.dataset.chu } catch (e) {}
    name();
  };
  name();

  // A recording first, else the device's Vietnamese voice, else no button.
  var listen = document.getElementById("nghe"), speech = window.speechSynthesis, sound;
  var voice = function () { return speech && speech.getVoices().filter(function (one) { return /^vi\b/i.test(one.lang) })[0] };
  var look = function () { listen.hidden = !(listen.dataset.voice || voice()) };
  var hush = function () {
    if (sound && sound.pause) sound.pause();
    if (speech) speech.cancel();
    sound = null;
    listen.textContent = "Nghe";
  };
  listen.onclick = function () {
    if (sound) return hush();
    listen.textContent = "Dừng";
    if (listen.dataset.voice) {
      sound = new Audio(listen.dataset.voice);
      sound.play().catch(hush);
    } else {
      sound = new SpeechSynthesisUtterance(all("h1,.say p,.say2 p").map(function (one) { return one.textContent }).join(". "));
      sound.voice = voice();
      sound.lang = "vi-VN";
      sound.rate = 0.85;
      speech.speak(sound);
    }
    sound.onended = sound.onend = sound.onerror = hush;
  };
  look();
  if (speech) speech.onvoiceschanged = look;
  addEventListener("pagehide", hush);

  all(".film").forEach(function (film) {
    film.addEventListener("toggle", function () {
      var video = film.querySelector("video"), track = video.textTracks[0];
      if (track) track.mode = "showing";
      film.open ? video.play().catch(function () {}) : video.pause();
    });
  });

  if (/iPhone|iPad/.test(navigator.userAgent))
    all(".kind[data-on=iphone]").forEach(function (own) {
      var other = own.previousElementSibling;
      own.open = true;
      if (other && other.dataset.on) {
        other.open = false;
        other.before(own);
      }
    });
})();
