/* Sorting and filtering of tables, and the numbers of a risk matrix as filters of the register on the page.
   Everything can be read without it. */
(() => {
  "use strict";

  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const months = "January February March April May June July August September October November December".split(" ");

  /** The words of a cell, without the sign of a colour and what it means. */
  function words(cell) {
    const copy = cell.cloneNode(true);
    for (const sign of copy.querySelectorAll('.hb-sr, [aria-hidden="true"]')) sign.remove();
    return copy.textContent.trim();
  }

  /** What a cell is sorted by: dates and slips as numbers, other text as it is. */
  function value(row, column) {
    const text = row.cells[column] ? words(row.cells[column]) : "";
    const slip = text.match(/(\d+)\s+days?\s+(late|early)|on\s+time/);
    if (slip) return String((slip[2] === "early" ? -1 : 1) * (slip[1] ?? 0) + 100000);
    const day = text.match(/(\d{1,2})\s([A-Z][a-z]+)(?:\s(\d{4}))?/);
    if (!day || !months.includes(day[2])) return text;
    const year = day[3] ?? row.closest("[data-year]")?.dataset.year ?? "0000";
    return `${year} ${String(months.indexOf(day[2]) + 1).padStart(2, "0")} ${day[1].padStart(2, "0")}`;
  }

  function sort(table, column, head) {
    const up = head.getAttribute("aria-sort") !== "ascending";
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [value(row, column), row]);
    rows.sort(([a], [b]) => (!a - !b) || collator.compare(a, b) * (up ? 1 : -1));
    body.append(...rows.map(([, row]) => row));
    for (const other of head.parentNode.cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  }

  function makeSortable(box) {
    const table = box.querySelector("table");
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, column, head));
      head.append(button);
      head.setAttribute("aria-sort", "none");
    });
  }

  /** Rows that hold all the words, among what a reader sees or among their keys. */
  function filter(box, words) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [...box.querySelector("table").tBodies[0].rows];
    let shown = 0;
    for (const row of rows) {
      const text = `${row.textContent} ${row.dataset.keys ?? ""}`.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    box.querySelector(".hb-filter output").textContent = wanted.length ? `${shown} of ${rows.length}` : "";
  }

  function makeFilterable(box) {
    const bar = document.createElement("div");
    bar.className = "hb-filter";
    const input = document.createElement("input");
    input.type = "search";
    input.placeholder = "Filter";
    input.setAttribute("aria-label", `Filter: ${box.querySelector("table").getAttribute("aria-label") ?? "table"}`);
    input.addEventListener("input", () => filter(box, input.value));
    const count = document.createElement("output");
    bar.hidden = box.querySelector("table").tBodies[0].rows.length < 6;
    bar.append(input, count);
    box.prepend(bar);
  }

  /** The register on the page that has rows of a cell. */
  function register(keys) {
    return [...document.querySelectorAll(".hb-table[data-filterable]")].find((box) =>
      [...box.querySelectorAll("tr[data-keys]")].some((row) => row.dataset.keys.split(" ").includes(keys)));
  }

  function press(cell) {
    const box = register(cell.dataset.keys);
    if (!box) return;
    const on = cell.getAttribute("aria-pressed") !== "true";
    for (const other of document.querySelectorAll(".hb-cell[aria-pressed]")) other.setAttribute("aria-pressed", "false");
    cell.setAttribute("aria-pressed", String(on));
    const input = box.querySelector(".hb-filter input");
    input.value = on ? cell.dataset.keys : "";
    filter(box, input.value);
    if (on) box.scrollIntoView({ block: "nearest" });
  }

  function makeButtons(drawing) {
    const cells = [...drawing.querySelectorAll(".hb-cell")].filter((cell) => register(cell.dataset.keys));
    if (cells.length) drawing.setAttribute("role", "group");
    for (const cell of cells) {
      cell.setAttribute("role", "button");
      cell.setAttribute("tabindex", "0");
      cell.setAttribute("aria-pressed", "false");
      cell.setAttribute("aria-label", `Filter the register: ${cell.textContent}`);
      cell.addEventListener("click", () => press(cell));
      cell.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press(cell);
      });
    }
  }

  function start() {
    for (const box of document.querySelectorAll(".hb-table:not([data-ready])")) {
      box.dataset.ready = "";
      if ("sortable" in box.dataset) makeSortable(box);
      if ("filterable" in box.dataset) makeFilterable(box);
    }
    // Where no script draws diagrams their text stays hidden, and the list beneath is all there is.
    for (const text of document.querySelectorAll(".hb-diagram > pre > code.language-mermaid")) {
      const list = text.closest(".hb-diagram").nextElementSibling;
      if (list?.matches("details")) list.open = true;
    }
    document.querySelectorAll(".hb-drawing.hb-matrix:not([data-ready])").forEach((drawing) => {
      drawing.dataset.ready = "";
      makeButtons(drawing);
    });
  }

  // Material tells of each page it shows without loading the site again; elsewhere a page is loaded once.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
