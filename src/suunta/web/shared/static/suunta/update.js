/* Keeps what is typed on a bad connection. The page works without it. No inline script, no eval. */
"use strict";
(() => {
  const KEY = "suunta-draft-";
  const store = (() => { try { localStorage.setItem(KEY, ""); localStorage.removeItem(KEY); return localStorage; } catch { return null; } })();
  begin();

  function begin() {
    const form = document.querySelector("[data-update]");
    if (form) keep(form);
    else if (document.querySelector("[data-done]")) forgetAll();
    document.querySelector("[data-focus]")?.focus();
  }

  /* A draft belongs to what the form showed: once that was saved or changed, it is of no use. */
  function keep(form) {
    const key = KEY + form.dataset.update;
    const seen = form.dataset.seen;
    const draft = read(key);
    if (draft && draft.seen === seen && !document.querySelector("[data-focus]")) restore(form, draft.fields);
    else if (draft && draft.seen !== seen && !document.querySelector("[data-focus]")) store?.removeItem(key);
    form.addEventListener("input", () => write(key, { seen, fields: fields(form) }));
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form, key); });
  }

  function fields(form) {
    const found = {};
    for (const [name, value] of new FormData(form)) if (name !== "seen") found[name] = value;
    return found;
  }

  function restore(form, kept) {
    let changed = false;
    for (const [name, value] of Object.entries(kept)) {
      const field = form.elements.namedItem(name);
      if (field && field.value !== value) { field.value = value; changed = true; }
    }
    if (!changed) return;
    form.querySelector("[data-restored]").hidden = false;
    for (const more of form.querySelectorAll("details")) more.open = true;
  }

  async function send(form, key) {
    const line = form.querySelector("[data-offline]");
    const button = form.querySelector("[type=submit]");
    write(key, { seen: form.dataset.seen, fields: fields(form) });
    line.hidden = true;
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "follow", credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const main = page.querySelector("main");
      if (!main || answer.status >= 500) throw new Error("no page");
      if (answer.ok) { store?.removeItem(key); history.pushState(null, "", answer.url); }
      document.title = page.title;
      document.querySelector("main").replaceWith(document.adoptNode(main));
      begin();
      if (answer.ok) { window.scrollTo(0, 0); document.querySelector("main").focus({ preventScroll: true }); }
    } catch {
      button.disabled = false;
      line.hidden = false;
      line.scrollIntoView({ block: "center" });
    }
  }

  window.addEventListener("popstate", () => location.reload());

  function read(key) { try { return JSON.parse(store?.getItem(key) ?? "null"); } catch { return null; } }
  function write(key, draft) { try { store?.setItem(key, JSON.stringify(draft)); } catch { /* full: the form still holds it */ } }
  function forgetAll() { for (const key of Object.keys(store ?? {})) if (key.startsWith(KEY)) store.removeItem(key); }
})();
