/* Makes importing quicker; every page works without it. No inline script, no eval. */
"use strict";
(() => {
  for (const part of document.querySelectorAll(".with-script")) part.hidden = false;

  /* The upload: drag and drop, and how much has been sent. */
  const form = document.querySelector("[data-upload]");
  if (form) upload(form);

  function upload(form) {
    const file = form.elements.namedItem("file");
    const bar = form.querySelector("progress");
    const line = (name) => form.querySelector(`[data-${name}]`);
    for (const name of ["dragenter", "dragover"]) form.addEventListener(name, over);
    for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) { file.files = event.dataTransfer.files; form.requestSubmit(); }
    });
    form.addEventListener("submit", (event) => {
      if (!file.files.length) return;
      event.preventDefault();
      line("failed").hidden = true;
      line("too-large").hidden = file.files[0].size <= Number(form.dataset.largest);
      if (line("too-large").hidden) send();
    });

    function over(event) { event.preventDefault(); form.classList.add("over"); }

    function send() {
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) bar.value = Math.round(100 * event.loaded / event.total);
      });
      request.addEventListener("load", () => came(request));
      request.addEventListener("error", () => { line("progress").hidden = true; line("failed").hidden = false; });
      line("progress").hidden = false;
      request.send(new FormData(form));
    }

    function came(request) {
      if (request.status < 400) { location.assign(request.responseURL); return; }
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const main = page.querySelector("main");
      if (!main) { line("progress").hidden = true; line("failed").hidden = false; return; }
      document.querySelector("main").replaceWith(main);
      for (const part of main.querySelectorAll(".with-script")) part.hidden = false;
      const anew = main.querySelector("[data-upload]");
      if (anew) upload(anew);
      main.querySelector("[data-focus]")?.focus();
    }
  }

  /* The review: focus where the work is, keys, cutting words where they are selected. */
  const review = document.querySelector("[data-review]");
  const first = document.querySelector("[data-focus]");
  if (first && (review ? location.hash === "#work" || first.matches(".faults") : true)) first.focus();
  if (!review) return;

  const here = review.querySelector(".doc .on");
  if (here) {
    const box = here.closest(".doc");
    box.scrollTop += here.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  const boxed = review.querySelector(".sheet-page .here");
  if (boxed) {
    const scroll = review.querySelector(".sheet-scroll");
    const picture = scroll.querySelector("img");
    const show = () => {
      scroll.scrollTop += boxed.getBoundingClientRect().top - scroll.getBoundingClientRect().top - scroll.clientHeight / 3;
    };
    if (picture.complete) show(); else picture.addEventListener("load", show);
  }

  const choice = review.querySelector("[data-keys]");
  const KEPT = "suunta-review-keys";
  choice.checked = kept() !== "off";
  choice.addEventListener("change", () => {
    try { localStorage.setItem(KEPT, choice.checked ? "on" : "off"); } catch { /* not kept in private windows */ }
  });
  function kept() { try { return localStorage.getItem(KEPT); } catch { return null; } }

  const NAMES = { ArrowDown: "j", ArrowRight: "j", ArrowUp: "k", ArrowLeft: "k" };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) { work(); return; }
    if (!choice.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (typing(event.target) || (event.key in NAMES && scrolls(event.target))) return;
    const key = NAMES[event.key] || event.key;
    if (act(key)) event.preventDefault();
  });

  function typing(target) { return target.closest("input, textarea, select, [contenteditable]") !== null; }
  function scrolls(target) { return target.closest("[role=region]") !== null; }
  function work() { review.querySelector("#work").focus(); }

  function act(key) {
    if (key === "e") return edit();
    if (!/^[a-z?]$/.test(key)) return false;
    const found = review.querySelector(`[data-key="${key}"]`);
    if (!found) return false;
    if (found.matches("summary")) open(found); else found.click();
    return true;
  }

  function open(summary) {
    const details = summary.parentElement;
    details.open = !details.open;
    const inside = details.querySelector("textarea, button, input:not([type=hidden])");
    if (details.open && inside) inside.focus(); else summary.focus();
  }

  function edit() {
    const form = review.querySelector("#item-form");
    if (!form) return false;
    const asked = form.querySelector("[aria-invalid], .asks input, .asks select");
    const field = asked || form.querySelector("input:not([type=hidden]), textarea");
    field.focus();
    if (field.select) field.select();
    return true;
  }

  /* Selecting in the words puts the cuts of a split around what is selected. */
  const words = review.querySelector("#words");
  const texts = review.querySelector("#texts");
  if (words && texts) document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
    const whole = plain(words);
    const range = chosen.getRangeAt(0);
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = plain(before.cloneContents()).length;
    const end = start + plain(range.cloneContents()).length;
    texts.value = [whole.slice(0, start), whole.slice(start, end), whole.slice(end)]
      .map((text) => text.trim()).filter(Boolean).join("\n");
  });
  function plain(node) {
    const copy = node.cloneNode(true);
    for (const word of copy.querySelectorAll(".k")) word.remove();
    return copy.textContent;
  }

  /* Another kind needs other fields: they are shown at once. */
  review.addEventListener("change", (event) => {
    if (!event.target.id.endsWith("-kind")) return;
    const more = event.target.closest("fieldset").querySelector("details");
    if (more && event.target.value === "numeric") more.open = true;
  });
})();
