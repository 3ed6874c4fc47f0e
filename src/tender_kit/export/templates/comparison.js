(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const root = document.documentElement;
  const table = byId("table");
  const words = JSON.parse(byId("words").textContent);
  const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  root.classList.add("js");

  // Texts of the notices: parsed when first needed.
  const texts = new Map();
  const heads = all("thead th", table).slice(1);
  function sourceOf(column) {
    const number = heads[column].dataset.source;
    if (!texts.has(number)) texts.set(number, JSON.parse(byId(`text-${number}`).textContent));
    return texts.get(number);
  }
  const columnOf = (entry) => entry.closest("td").cellIndex - 1;
  const placesOf = (entry) => entry.dataset.p.split(" ").filter(Boolean).map((pair) => pair.split("-").map(Number));

  // Groups and rows.
  const groups = all("tbody", table).map((body) => ({
    body,
    key: body.dataset.group,
    button: body.querySelector(".group button"),
    count: body.querySelector(".group .count"),
    rows: all("tr.r", body).map((tr) => ({ tr, depth: Number(tr.dataset.depth || 0), differs: tr.classList.contains("differs"), words: null })),
    sections: all("tr.section", body),
  }));
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);

  function setOpen(group, open) {
    group.body.classList.toggle("folded", !open);
    group.button.setAttribute("aria-expanded", String(open));
  }
  const isOpen = (group) => !group.body.classList.contains("folded");

  // What a row can be found by: its label, its clauses, and the sentences that they come from.
  function wordsOf(row) {
    if (row.words === null) {
      const quotes = all(".e", row.tr).flatMap((entry) => {
        const { text } = sourceOf(columnOf(entry));
        return placesOf(entry).map(([start, end]) => text.slice(start, end));
      });
      row.words = fold([row.tr.textContent, ...quotes].join("\n"));
    }
    return row.words;
  }

  const filter = byId("filter");
  const diff = byId("diff");
  const chips = all(".chip");
  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  const boxes = all("#columns input");
  let opened = null; // which groups were open before a filter opened all

  // A row says nothing once the columns that speak of it are hidden.
  function speaks(row) {
    return boxes.every((box) => box.checked) || boxes.some((box) => box.checked && !row.tr.cells[Number(box.value) + 1].matches(".absent:not(.has-change)"));
  }
  function matches(row, terms) {
    return (!pressed(diff) || row.differs) && speaks(row) && terms.every((term) => wordsOf(row).includes(term));
  }

  function showRows(group, terms) {
    let shown = 0;
    let above = 0; // a row that is less deep than the shown one below it is what that one hangs under, and is shown too
    for (const row of [...group.rows].reverse()) {
      row.tr.hidden = row.depth >= above && !matches(row, terms);
      if (!row.tr.hidden) above = row.depth;
      shown += row.tr.hidden ? 0 : 1;
    }
    for (const section of group.sections) section.hidden = !hasRowBelow(section);
    return shown;
  }

  function hasRowBelow(section) {
    for (let next = section.nextElementSibling; next && !next.classList.contains("section"); next = next.nextElementSibling) {
      if (!next.hidden) return true;
    }
    return false;
  }

  function openForFilter(terms) {
    if (terms.length && opened === null) {
      opened = groups.map(isOpen);
      groups.forEach((group) => setOpen(group, true));
    } else if (!terms.length && opened !== null) {
      groups.forEach((group, index) => setOpen(group, opened[index]));
      opened = null;
    }
  }

  function apply() {
    const terms = fold(filter.value).split(/\s+/).filter(Boolean);
    const chosen = chips.filter(pressed).map((chip) => chip.dataset.group);
    openForFilter(terms);
    table.classList.toggle("filtering", terms.length > 0);
    let sum = 0;
    for (const group of groups) {
      const isChosen = !chosen.length || chosen.includes(group.key);
      const shown = isChosen ? showRows(group, terms) : 0;
      group.body.hidden = !shown;
      group.count.textContent = shown === group.rows.length || !isChosen ? group.rows.length : `${shown}/${group.rows.length}`;
      sum += shown;
    }
    byId("nothing").hidden = sum > 0;
    byId("shown").textContent = sum === total ? "" : say("shown", { shown: sum, all: total });
    highlight(terms);
    keepOneStop();
  }

  // Mark what was searched for, without touching the document; at most some hundreds of places.
  function highlight(terms) {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.delete("hits");
    const ranges = [];
    for (const row of terms.length ? groups.flatMap((group) => group.rows) : []) {
      if (row.tr.hidden || ranges.length > 500) continue;
      const walker = document.createTreeWalker(row.tr, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) findIn(node, terms, ranges);
    }
    if (ranges.length) CSS.highlights.set("hits", new Highlight(...ranges));
  }

  function findIn(node, terms, ranges) {
    const text = node.data.toLowerCase();
    for (const term of text.length === node.data.length ? terms : []) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        ranges.push(range);
      }
    }
  }

  let waiting = 0;
  filter.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { apply(); byId("scroll").scrollTop = 0; }, total * heads.length > 4000 ? 200 : 40);
  });
  const toggle = (button) => press(button, !pressed(button));
  diff.addEventListener("click", () => { toggle(diff); apply(); });
  chips.forEach((chip) => chip.addEventListener("click", () => { toggle(chip); apply(); }));
  byId("whole").addEventListener("click", (event) => { toggle(event.currentTarget); table.classList.toggle("whole"); });
  byId("print").addEventListener("click", () => window.print());
  groups.forEach((group) => group.button.addEventListener("click", () => { setOpen(group, !isOpen(group)); keepOneStop(); sayFold(); }));

  const foldAll = byId("fold");
  const sayFold = () => { foldAll.textContent = groups.some(isOpen) ? words.fold : words.unfold; };
  foldAll.addEventListener("click", () => {
    const open = !groups.some(isOpen);
    groups.forEach((group) => setOpen(group, open));
    keepOneStop();
    sayFold();
  });

  // Columns that are not wanted are hidden by rules of a sheet of our own.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const wide = all("th[colspan]", table);
  function showColumns() {
    const hidden = boxes.filter((box) => !box.checked).map((box) => Number(box.value) + 2);
    sheet.replaceSync(hidden.map((place) => `thead th:nth-child(${place}), tr.r > :nth-child(${place}) { display: none !important; }`).join("\n"));
    const shown = heads.length - hidden.length;
    root.style.setProperty("--columns", shown);
    wide.forEach((head) => { head.colSpan = shown + 1; });
    byId("columns-shown").textContent = `${shown}/${heads.length}`;
    apply();
  }
  boxes.forEach((box) => box.addEventListener("change", showColumns));
  all("#columns [data-all]").forEach((button) => button.addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = Boolean(button.dataset.all); });
    showColumns();
  }));
  const menus = all(".menu");
  document.addEventListener("click", (event) => menus.forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; }));

  // The entries are one stop for the Tab key; the arrow keys move between them.
  let stop = null;
  const isSeen = (entry) => Boolean(entry) && entry.isConnected && entry.getClientRects().length > 0;
  function moveStop(entry) {
    if (stop) stop.tabIndex = -1;
    stop = entry;
    if (stop) stop.tabIndex = 0;
  }
  function keepOneStop() {
    if (isSeen(stop)) return;
    for (const row of seenRows()) {
      const first = all(".e", row.tr).find(isSeen);
      if (first) return moveStop(first);
    }
    moveStop(null);
  }
  function goTo(entry) {
    if (!entry) return;
    moveStop(entry);
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  const seenRows = () => groups.filter((group) => !group.body.hidden && isOpen(group)).flatMap((group) => group.rows).filter((row) => !row.tr.hidden);
  function upOrDown(entry, step) {
    const cell = entry.closest("td");
    const within = all(".e", cell).filter(isSeen);
    const near = within[within.indexOf(entry) + step];
    if (near) return near;
    const rows = seenRows();
    let at = rows.findIndex((row) => row.tr === cell.parentElement) + step;
    for (; at >= 0 && at < rows.length; at += step) {
      const entries = all(".e", rows[at].tr.cells[cell.cellIndex]).filter(isSeen);
      if (entries.length) return step > 0 ? entries[0] : entries[entries.length - 1];
    }
    return null;
  }
  function asideOf(entry, step) {
    let cell = entry.closest("td");
    do { cell = step > 0 ? cell.nextElementSibling : cell.previousElementSibling; } while (cell && !all(".e", cell).some(isSeen));
    return cell && cell.querySelector(".e");
  }
  const moves = {
    ArrowDown: (entry) => upOrDown(entry, 1),
    ArrowUp: (entry) => upOrDown(entry, -1),
    ArrowRight: (entry) => asideOf(entry, 1),
    ArrowLeft: (entry) => asideOf(entry, -1),
    Home: (entry) => all(".e", entry.closest("tr")).find(isSeen),
    End: (entry) => all(".e", entry.closest("tr")).filter(isSeen).pop(),
  };

  // The panel with the source.
  const panel = byId("panel");
  let opener = null;
  let places = []; // of all entries of the cell, in order: { entry, start, end }
  let at = 0;

  function open(entry) {
    opener = entry;
    moveStop(entry);
    places = all(".e", entry.closest("td")).flatMap((one) => placesOf(one).map(([start, end]) => ({ entry: one, start, end })));
    at = Math.max(0, places.findIndex((place) => place.entry === entry));
    panel.hidden = false;
    const row = entry.closest("tr").querySelector(".what bdi").textContent;
    byId("panel-head").textContent = `${heads[columnOf(entry)].querySelector(".name").textContent} · ${row}`;
    show(entry);
    byId("panel-head").focus({ preventScroll: true });
  }

  // The panel takes room from the table; on a phone it lies over its lower part, so the entry goes to the top.
  function keepInSight(entry) {
    const isOver = getComputedStyle(panel).position === "fixed";
    entry.closest("td").scrollIntoView({ block: isOver ? "start" : "nearest", inline: "nearest" });
  }

  function show(entry) {
    const { text, whole } = sourceOf(columnOf(entry));
    const has = placesOf(entry).length > 0;
    all(".e.open", table).forEach((one) => one.classList.remove("open"));
    entry.classList.add("open");
    byId("panel-what").textContent = entry.innerText;
    byId("place").textContent = has ? say("place", { place: at + 1, all: places.length }) : "";
    byId("previous").disabled = !has || at === 0;
    byId("next").disabled = !has || at === places.length - 1;
    const note = byId("panel-note");
    note.hidden = has && whole;
    note.textContent = has ? words.quotes_only : words.no_evidence;
    mark(byId("source"), text, has ? places : [], has ? places[at] : null);
    keepInSight(entry);
  }

  // Marks may overlap: the text is cut wherever one begins or ends, and each piece looks up what covers it.
  function mark(target, text, spans, current) {
    const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
    const pieces = cuts.slice(1).map((end, index) => piece(text, cuts[index], end, spans, current));
    target.replaceChildren(...pieces);
    const first = target.querySelector("mark.on");
    if (!first) { target.scrollTop = 0; return; }
    target.scrollTop += first.getBoundingClientRect().top - target.getBoundingClientRect().top - target.clientHeight / 3;
  }
  function piece(text, start, end, spans, current) {
    const covers = (span) => span && span.start <= start && end <= span.end;
    const words = text.slice(start, end);
    if (!spans.some(covers)) return document.createTextNode(words);
    const found = document.createElement("mark");
    found.className = covers(current) ? "on" : "";
    found.textContent = words;
    return found;
  }

  function step(by) {
    at = Math.min(Math.max(at + by, 0), places.length - 1);
    places[at].entry.closest("td").classList.add("full");
    show(places[at].entry);
  }
  function close() {
    panel.hidden = true;
    all(".e.open", table).forEach((one) => one.classList.remove("open"));
    if (isSeen(opener)) opener.focus({ preventScroll: true });
    else filter.focus();
  }
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("close").addEventListener("click", close);

  // A cell with many entries shows the first ones until it is asked for all.
  function showAll(cell) {
    const next = all(".e", cell).find((entry) => !isSeen(entry));
    cell.classList.add("full");
    goTo(next);
  }

  table.addEventListener("click", (event) => {
    if (event.target.closest(".more")) {
      showAll(event.target.closest("td"));
      return;
    }
    const entry = event.target.closest(".e");
    if (entry && !String(getSelection())) open(entry);
  });
  table.addEventListener("keydown", (event) => {
    const entry = event.target.closest(".e");
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") open(entry);
    else if (moves[event.key]) goTo(moves[event.key](entry));
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input[type=search]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      filter.focus();
      filter.select();
    } else if (event.key === "Escape") leave(isTyping);
  });
  function leave(isTyping) {
    const menu = menus.find((one) => one.open);
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (isTyping && filter.value) {
      filter.value = "";
      apply();
    } else if (!panel.hidden) close();
  }

  sayFold();
  apply();
})();
