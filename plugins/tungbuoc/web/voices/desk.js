// The page itself: which lesson and step, record, listen, take home.

const lessons = JSON.parse(document.getElementById("lessons").textContent), ui = {};
for (const node of document.querySelectorAll("[id]")) ui[node.id] = node;
const takes = new Map();
let lesson = lessons.find(one => one.code === location.hash.slice(1).toUpperCase()) ?? lessons[0], place = 0, recording = null, busy = false;
let playing = "", packedAddress = "";

const step = () => lesson.steps[place];
const seconds = value => say(`${Math.max(1, Math.round(value))} giây`);

function tell(text) {
  ui.told.textContent = text;
}

function make(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), {textContent: text}, more);
}

function show() {
  const now = step(), take = takes.get(now.key);
  ui.place.textContent = say(`Bài ${lesson.code} · Bước ${now.number} trong ${lesson.steps.length} · mã ${now.key}`);
  ui.title.textContent = say(`Bước ${now.number}: ${now.title}`);
  ui.words.replaceChildren(...now.sentences.map(text => make("p", text)));
  ui.before.disabled = place === 0 || !!recording;
  ui.after.disabled = place === lesson.steps.length - 1 || !!recording;
  ui.after.className = take && !ui.after.disabled ? "go" : "";
  ui.lesson.disabled = !!recording;
  ui.record.textContent = recording ? say("Dừng") : take ? say("Thu lại") : say("Bắt đầu thu");
  ui.record.className = recording ? "on" : take ? "" : "go";
  ui.record.disabled = busy;
  ui.erase.hidden = !take || !!recording;
  showPlayer(recording ? null : take);
  showStones();
  showHome();
}

function showPlayer(take) {
  URL.revokeObjectURL(playing);
  playing = take ? URL.createObjectURL(new Blob([take.bytes], {type: take.ending === "m4a" ? "audio/mp4" : `audio/${take.ending}`})) : "";
  ui.player.hidden = !take;
  take ? ui.player.src = playing : ui.player.removeAttribute("src");
}

function showStones() {
  const done = lesson.steps.filter(one => takes.has(one.key)).length, voiced = lesson.steps.filter(one => one.voiced && !takes.has(one.key)).length;
  ui.tally.textContent = say(`Đã thu ${done} trong ${lesson.steps.length} bước.`) + (voiced ? say(` ${voiced} bước khác đã có tiếng từ trước.`) : "");
  ui.steps.replaceChildren(...lesson.steps.map((one, at) => {
    const button = make("button", one.number, {type: "button", disabled: !!recording, onclick: () => go(at)});
    const done = takes.has(one.key) || one.voiced;
    if (done) button.className = "done";
    if (at === place) button.setAttribute("aria-current", "step");
    button.setAttribute("aria-label", say(`Bước ${one.number}: ${one.title}, ${takes.has(one.key) ? "đã thu" : one.voiced ? "đã có tiếng" : "chưa thu"}`));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/** The zip of this lesson's takes stands ready behind a link, so that one tap is enough on every phone. */
function showHome() {
  const files = lesson.steps.filter(one => takes.has(one.key)).map(one => ({name: `${one.key}.${takes.get(one.key).ending}`, bytes: takes.get(one.key).bytes}));
  URL.revokeObjectURL(packedAddress);
  ui.take.hidden = !files.length;
  if (!files.length) {
    ui.packed.textContent = say("Chưa có bản thu nào của bài này.");
    ui.where.textContent = "";
    return;
  }
  const blob = zip(files);
  packedAddress = ui.take.href = URL.createObjectURL(blob);
  ui.take.download = `thu-tieng-${lesson.code}.zip`;
  ui.packed.textContent = say(`${files.length} tệp của bài ${lesson.code}, ${Math.max(1, Math.round(blob.size / 1000))} kB: ${files.map(file => file.name).join(", ")}.`);
  ui.where.replaceChildren(say("Gửi tệp zip cho người biên tập, hoặc giải nén vào thư mục "), make("code", lesson.folder), say(" cạnh bài học. Lần dựng trang sau, video của bước sẽ có tiếng."));
}

function go(at) {
  place = at;
  tell("");
  show();
  ui.title.scrollIntoView({block: "nearest"});
}

function troubled(error) {
  const words = {NotAllowedError: say("Trình duyệt chưa được phép dùng micro. Bấm hình ổ khóa cạnh địa chỉ trang, cho phép micro, rồi thu lại."), NotFoundError: say("Máy này không có micro, hoặc micro chưa cắm."), NotReadableError: say("Micro đang bận. Tắt ứng dụng khác đang dùng micro, rồi thu lại.")};
  tell(words[error.name] ?? say(`Chưa thu được (${error.name}). Mở lại trang rồi thu lại.`));
}

async function start() {
  const problem = cannotRecord();
  if (problem) return tell(problem);
  busy = true;
  tell(say("Đang mở micro…"));
  show();
  try {
    recording = await record(level => { ui.level.style.width = `${Math.round(Math.sqrt(level) * 100)}%`; });
    tell(say("Đang thu. Mời bạn đọc to, rồi bấm “Dừng”."));
    recording.ended.then(finish, fail);
  } catch (error) {
    recording = null;
    troubled(error);
  }
  busy = false;
  show();
}

async function finish(take) {
  const key = step().key;
  recording = null;
  try {
    const {bytes, ending, seconds: length, faint, loudest} = await trimmed(take);
    const kept = await keepTake(takes, key, {bytes, ending, seconds: length});
    const level = faint ? say("Tiếng rất nhỏ: lại gần micro hơn rồi thu lại.") : loudest > 0.98 ? say("Tiếng hơi vỡ: để máy xa miệng hơn rồi thu lại.") : say("Nghe lại xem đã vừa ý chưa.");
    tell(say(`Đã thu ${seconds(length)}. ${level}`) + (kept ? "" : say(" Trình duyệt không cho lưu: tải tệp zip về trước khi đóng trang.")));
  } catch (error) {
    troubled(error);
  }
  show();
}

function fail(error) {
  recording = null;
  troubled(error);
  show();
}

ui.record.onclick = () => recording ? recording.stop() : start();
ui.before.onclick = () => go(place - 1);
ui.after.onclick = () => go(place + 1);
ui.erase.onclick = async () => {
  await keepTake(takes, step().key, null);
  tell(say("Đã xóa bản thu của bước này."));
  show();
};
ui.lesson.append(...lessons.map(one => make("option", `${one.code} · ${one.title}`, {value: one.code, selected: one === lesson})));
ui.lesson.onchange = () => {
  lesson = lessons.find(one => one.code === ui.lesson.value);
  history.replaceState(null, "", `#${lesson.code}`);
  go(0);
};
window.addEventListener("beforeunload", event => { if (recording) event.preventDefault(); });
if (lesson) {
  tell(cannotRecord());
  show();
  loadTakes(takes).then(show);
} else {
  ui.tally.textContent = say("Chưa có bài nào có bước để đọc.");
  ui.desk.hidden = true;
}
