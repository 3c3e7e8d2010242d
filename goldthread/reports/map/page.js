// Conveniences only: the page says and does everything without them.
(() => {
  "use strict";
  const folds = [...document.querySelectorAll("details.fold")];

  // Older browsers do not open a closed section when a link leads into it.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    (target.closest("fieldset") || target).scrollIntoView();
    if (target.type === "radio") target.click();
    if (target.type === "radio" || target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    closed.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((fold) => { fold.open = false; }));

  if (folds.length > 1) {
    const button = document.createElement("button");
    const row = document.createElement("p");
    const name = () => { button.textContent = folds.every((fold) => fold.open) ? "Close every part of the map" : "Open every part of the map"; };
    button.type = "button";
    button.addEventListener("click", () => {
      const open = !folds.every((fold) => fold.open);
      folds.forEach((fold) => { fold.open = open; });
      name();
    });
    folds.forEach((fold) => fold.addEventListener("toggle", name));
    row.className = "tools wide";
    row.append(button);
    folds[0].before(row);
    name();
  }

  // Arrow keys walk the drawing: left and right along the thread, up and down within a column.
  const middle = (node) => {
    const box = node.querySelector("rect").getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + 17 };
  };
  const nearest = (from, key) => {
    const start = middle(from);
    const across = key === "ArrowLeft" || key === "ArrowRight";
    const way = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const cost = (node) => {
      const at = middle(node);
      const along = way * (across ? at.x - start.x : at.y - start.y);
      const aside = Math.abs(across ? at.y - start.y : at.x - start.x);
      return along < 8 || (!across && aside > 60) ? Infinity : along + 3 * aside;
    };
    const near = [...from.closest(".sheet").querySelectorAll("a.node")].map((node) => [cost(node), node]);
    const best = near.reduce((one, other) => (other[0] < one[0] ? other : one), [Infinity, null]);
    return best[1];
  };
  addEventListener("keydown", (event) => {
    const from = event.target instanceof Element && event.target.closest("a.node");
    if (!from || !/^Arrow/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = nearest(from, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
})();
