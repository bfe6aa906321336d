// Recordings kept in this browser (IndexedDB), so that closing the page loses nothing; in memory where that is refused.

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("thu-tieng", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("takes");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore(mode, work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction("takes", mode), request = work(transaction.objectStore("takes"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Fills `takes`, a map from code to {bytes, ending, seconds}, with what was kept. */
async function loadTakes(takes) {
  try {
    const keys = await inStore("readonly", store => store.getAllKeys()), kept = await inStore("readonly", store => store.getAll());
    keys.forEach((key, place) => takes.has(key) || takes.set(key, kept[place]));
  } catch { /* a browser that refuses storage still records; the page says so when a take cannot be kept */ }
}

/** Keeps a take, or forgets it when `take` is null. False: it is only in memory and goes with the page. */
async function keepTake(takes, key, take) {
  take ? takes.set(key, take) : takes.delete(key);
  try {
    await inStore("readwrite", store => take ? store.put(take, key) : store.delete(key));
    return true;
  } catch {
    return false;
  }
}
