// The microphone: record, show the level, cut the silence before and after.

const KINDS = [["audio/webm;codecs=opus", "webm"], ["audio/ogg;codecs=opus", "ogg"], ["audio/mp4", "m4a"], ["audio/webm", "webm"]];
const LONGEST = 120, ROOM = 0.25, FLOOR = 0.03, FAINT = 0.05;

/** Why this browser cannot record, in Vietnamese; empty when it can. */
function cannotRecord() {
  if (!window.isSecureContext || !navigator.mediaDevices) return say("Trình duyệt chỉ cho dùng micro khi mở trang bằng địa chỉ https:// hoặc ngay trên máy này.");
  return window.MediaRecorder && kind() ? "" : say("Trình duyệt này chưa thu được tiếng. Mở trang bằng Chrome, Firefox hoặc Safari bản mới.");
}

function kind() {
  return KINDS.find(([type]) => MediaRecorder.isTypeSupported(type));
}

/** Starts recording. `onLevel` is given 0–1 many times a second. → {stop(): Promise<{bytes, ending}>, ended: Promise}. */
async function record(onLevel) {
  const stream = await navigator.mediaDevices.getUserMedia({audio: {channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true}});
  const [type, ending] = kind(), recorder = new MediaRecorder(stream, {mimeType: type, audioBitsPerSecond: 48000}), chunks = [];
  const quiet = watchLevel(stream, onLevel);
  recorder.ondataavailable = event => chunks.push(event.data);
  const finished = new Promise((resolve, reject) => {
    recorder.onerror = event => reject(event.error);
    recorder.onstop = () => resolve(new Blob(chunks, {type}));
  });
  const begun = new Promise(resolve => { recorder.onstart = resolve; });
  recorder.start();
  await begun;
  const limit = setTimeout(() => recorder.stop(), LONGEST * 1000);
  const ended = finished.finally(() => {
    clearTimeout(limit);
    quiet();
    stream.getTracks().forEach(track => track.stop());
  }).then(async blob => ({bytes: new Uint8Array(await blob.arrayBuffer()), ending}));
  return {stop: () => recorder.state === "inactive" || recorder.stop(), ended};
}

function watchLevel(stream, onLevel) {
  const context = new AudioContext(), meter = context.createAnalyser(), samples = new Float32Array(1024);
  meter.fftSize = samples.length;
  context.createMediaStreamSource(stream).connect(meter);
  const timer = setInterval(() => {
    meter.getFloatTimeDomainData(samples);
    onLevel(Math.min(1, peak(samples, 0, samples.length)));
  }, 60);
  return () => {
    clearInterval(timer);
    context.close();
    onLevel(0);
  };
}

/** What is in a recording: its seconds, the loudest sound 0–1, and the recording without silence at both ends. */
async function trimmed({bytes, ending}) {
  const context = new AudioContext(), sound = await context.decodeAudioData(bytes.slice().buffer).finally(() => context.close());
  const samples = sound.getChannelData(0), step = Math.round(sound.sampleRate / 50), loudest = peak(samples, 0, samples.length);
  const spoken = [];
  for (let at = 0; at < samples.length; at += step) if (peak(samples, at, at + step) > loudest * FLOOR) spoken.push(at);
  const start = Math.max(0, (spoken[0] ?? 0) / sound.sampleRate - ROOM);
  const end = Math.min(sound.duration, ((spoken.at(-1) ?? samples.length) + step) / sound.sampleRate + ROOM);
  const cut = ending === "webm" && cutWebm(bytes, start, end);
  return {bytes: cut || bytes, ending, loudest, faint: loudest < FAINT, seconds: cut ? end - start : sound.duration};
}

function peak(samples, from, to) {
  let most = 0;
  for (let at = from; at < to && at < samples.length; at++) most = Math.max(most, Math.abs(samples[at]));
  return most;
}
