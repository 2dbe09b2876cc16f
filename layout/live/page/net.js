// Asks the program; every answer is JSON.
export async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Refusal(answer.status, await answer.text());
  return answer.json();
}

export async function send(path, value) {
  const body = value instanceof Blob ? value : JSON.stringify(value);
  const kind = value instanceof Blob ? "application/octet-stream" : "application/json";
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": kind }, body });
  const text = await answer.text();
  if (!answer.ok) throw new Refusal(answer.status, text);
  return text ? JSON.parse(text) : null;
}

export class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
    try { this.said = JSON.parse(text); } catch { this.said = null; }
  }
}

// Calls `changed` when something changed, `away` while the program cannot be reached.
export function listen(changed, away) {
  const source = new EventSource("/events");
  source.addEventListener("changed", () => { away(false); changed(); });
  source.addEventListener("open", () => { away(false); changed(); });
  source.addEventListener("error", () => {
    away(true);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(changed, away), 1000);
  });
}
