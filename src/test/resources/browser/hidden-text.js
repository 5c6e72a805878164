// Text that no reader sees, though no fold hides it. Not meant: what only a script could use, invisible operators,
// descriptions of drawings, the other of two forms of a drawing, what tells a narrow screen of the drawing beside, the
// name of a fold that a wide screen has open, and the ledger of a pair, which a button of the page itself shows (it has
// its own test).
const NOT_MEANT =
  'script, template, annotation, .needs-js, details:not([open]) > :not(summary), svg title, svg desc, .pair-beyond,' +
  '.drawing-fold > summary, .pair-top:has(#view-merged) > .merged';
const isShown = element => element.getClientRects().length > 0;
const isOtherForm = drawing => {
  const forms = drawing?.closest('.by-width, figure')?.querySelectorAll('svg') ?? [];
  return drawing && !isShown(drawing) && [...forms].some(isShown);
};
/** A name of a list for phones, which the page shows elsewhere as the same link. */
const isNameShownBelow = link =>
  link !== null &&
  [...document.querySelectorAll('main a')].some(
    other => other.href === link.href && other.textContent === link.textContent && isShown(other),
  );
const hidden = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const element = text.parentElement;
  if (/^[\s\u2061-\u2064]*$/.test(text.textContent) || element.closest(NOT_MEANT)) continue;
  if (isOtherForm(element.closest('svg'))) continue;
  if (isNameShownBelow(element.closest('.index-names a'))) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  if ([...range.getClientRects()].some(box => box.width > 0 && box.height > 0)) continue;
  const className = element.className.baseVal ?? element.className;
  hidden.push(`${element.nodeName.toLowerCase()}.${className} "${text.textContent.trim().slice(0, 40)}"`);
}
return hidden.slice(0, 5);
