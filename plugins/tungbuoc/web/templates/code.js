// What a phone adds to the page behind a code: larger words, a voice, the film with its captions, its own kind of screen first.
(function () {
  var root = document.documentElement, all = function (selector) { return [].slice.call(document.querySelectorAll(selector)) };

  var larger = document.getElementById("chu"), name = function () { larger.textContent = [say("Chữ to"), say("Chữ to nữa"), say("Chữ vừa")][+root.dataset.chu || 0] };
  larger.hidden = false;
  larger.onclick = function () {
    root.dataset.chu = ((+root.dataset.chu || 0) + 1) % 3;
    try { localStorage["tb:chu"] = root.dataset.chu } catch (e) {}
    name();
  };
  name();

  // The device knows the day, also where the page was kept long ago.
  var due = document.querySelector("[data-due]");
  due.hidden = new Date(due.dataset.due + "T23:59:59") > new Date();

  // The phone's own list of people, else the address to paste.
  var send = document.getElementById("gui"), link = location.href.split(/[?#]/)[0];
  send.hidden = false;
  send.onclick = function () {
    if (navigator.share) return navigator.share({ title: document.title, url: link }).catch(function () {});
    send.textContent = say("Đã chép địa chỉ, {reader} dán vào Zalo");
    if (navigator.clipboard) navigator.clipboard.writeText(link);
    else send.textContent = link;
  };

  // A recording first, else the device's voice for the language of the page, else no button.
  var listen = document.getElementById("nghe"), speech = window.speechSynthesis, sound, tongue = document.documentElement.lang;
  var voice = function () { return speech && speech.getVoices().filter(function (one) { return one.lang.toLowerCase().split(/[-_]/)[0] === tongue })[0] };
  var look = function () { listen.hidden = !(listen.dataset.voice || voice()) };
  var hush = function () {
    if (sound && sound.pause) sound.pause();
    if (speech) speech.cancel();
    sound = null;
    listen.textContent = say("Nghe");
  };
  listen.onclick = function () {
    if (sound) return hush();
    listen.textContent = say("Dừng");
    if (listen.dataset.voice) {
      sound = new Audio(listen.dataset.voice);
      sound.play().catch(hush);
    } else {
      sound = new SpeechSynthesisUtterance(all("h1,.say p,.say2 p").map(function (one) { return one.textContent }).join(". "));
      sound.voice = voice();
      sound.lang = sound.voice.lang;
      sound.rate = 0.85;
      speech.speak(sound);
    }
    sound.onended = sound.onend = sound.onerror = hush;
  };
  look();
  if (speech) speech.onvoiceschanged = look;
  addEventListener("pagehide", hush);

  // The film plays in the place of the drawing, as large as the whole of it can be seen at once; closed, all is as before.
  all(".film").forEach(function (film) {
    var video = film.querySelector("video"), track = video.textTracks[0], button = film.firstElementChild, word = button.lastElementChild, offer = word.innerHTML, from, wide;
    var fit = function () {
      var whole = innerHeight > 499;
      wide = innerWidth;
      video.style.setProperty("--cao", innerHeight - (whole ? button.offsetHeight + 20 : 8) + "px");
      (whole ? film : video).scrollIntoView({ block: "center" });
    };
    addEventListener("resize", function () { if (film.open && wide !== innerWidth) fit() });
    // A player's own buttons lie over the words of a film: under a finger they come when it is tapped, which also holds it.
    if (matchMedia("(hover:none)").matches) {
      video.onplaying = function () { video.controls = false };
      video.onpause = function () { video.controls = true };
      video.onclick = function () { video.controls || video.pause() };
    }
    film.addEventListener("toggle", function () {
      if (track) track.mode = "hidden"; // the words are in the picture
      if (film.open) from = scrollY;
      all(".screens").forEach(function (drawing) { drawing.hidden = film.open });
      word.innerHTML = film.open ? say("Đóng video") : offer;
      if (!film.open) return video.pause(), scrollTo(0, from);
      fit();
      video.play().catch(function () {});
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
