/* Betters pages that work without it. No handler here is the only way to do something. */
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "./govuk-frontend-6.6.0.min.js";

const COMPONENTS = [
  [Button, { preventDoubleClick: true }],
  [CharacterCount],
  [Checkboxes],
  [ErrorSummary],
  [NotificationBanner],
  [PasswordInput],
  [Radios],
  [ServiceNavigation],
  [SkipLink],
];

/* govuk-frontend asks that these two classes stand on body; enabled.js runs before there is one. */
document.body.classList.add("js-enabled", "govuk-frontend-supported");

/* Laid out as cards, a table would lose its rows and cells for some screen readers; roles keep them. */
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };

function keepTableRoles(scope) {
  for (const table of scope.querySelectorAll(".gt-table--cards")) {
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, th, td")]) {
      const heading = part.closest("thead") ? "columnheader" : "rowheader";
      part.setAttribute("role", part.tagName === "TH" ? heading : ROLES[part.tagName]);
    }
  }
}

/* On a phone the filter panel would push the list off the screen; it starts closed unless filters are chosen. */
function foldFilters(scope) {
  if (!window.matchMedia("(max-width: 48em)").matches) return;
  for (const panel of scope.querySelectorAll(".gt-filter[open]:not(:has(.gt-filter__chosen))")) panel.open = false;
}

function begin(scope) {
  for (const [component, options] of COMPONENTS) createAll(component, options ?? {}, scope);
  keepTableRoles(scope);
  foldFilters(scope);
}

/* The meaning of a term can be put away with Escape without moving pointer or focus (WCAG 1.4.13). */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".gt-term:is(:hover, :focus-within)")) term.dataset.closed = "";
});
for (const kind of ["pointerout", "focusout"]) {
  document.addEventListener(kind, (event) => {
    const term = event.target.closest?.(".gt-term[data-closed]");
    if (term && !term.contains(event.relatedTarget)) delete term.dataset.closed;
  });
}

/* A meaning near the right edge opens to the left. */
document.addEventListener("pointerover", placeMeaning);
document.addEventListener("focusin", placeMeaning);
function placeMeaning(event) {
  const term = event.target.closest?.(".gt-term");
  const meaning = term?.querySelector(".gt-term__meaning");
  if (!meaning) return;
  term.classList.remove("gt-term--end");
  term.classList.toggle("gt-term--end", meaning.getBoundingClientRect().right > document.documentElement.clientWidth);
}

/* A wide table can be scrolled by keyboard only while it has something to scroll. */
function markScrolling() {
  for (const box of document.querySelectorAll(".gt-scroll")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}
window.addEventListener("resize", markScrolling);

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/* On paper the marking stands at the head of every sheet; without scripts at the head of the first. */
function markPaper() {
  const words = document.querySelector(".gt-marking")?.textContent.trim();
  if (!words) return;
  const sheet = [...document.styleSheets].find((one) => one.href?.startsWith(location.origin));
  const box = `{ @top-right { content: ${JSON.stringify(words)}; font: 9pt "Atkinson Hyperlegible Next", sans-serif } }`;
  for (const name of ["", "wide "]) sheet?.insertRule(`@page ${name}${box}`, sheet.cssRules.length);
}

begin(document);
markScrolling();
markPaper();
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) begin(event.detail.elt);
  markScrolling();
});
