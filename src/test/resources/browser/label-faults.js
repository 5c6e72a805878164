// Labels of drawings and charts that leave their frame or the window, or stand on each other.
// An argument says whether letters and words are set as far apart as WCAG 1.4.12 allows readers to set them.
if (arguments[0]) {
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
  );
  document.adoptedStyleSheets = [spaced];
}
const faults = [];
for (const svg of document.querySelectorAll('main svg')) {
  const frame = svg.getBoundingClientRect();
  if (frame.width < 30 || !svg.checkVisibility()) continue;
  const name = svg.querySelector('title')?.textContent.slice(0, 60) ?? svg.getAttribute('class');
  const scale = frame.width / svg.viewBox.baseVal.width;
  const labels = [...svg.querySelectorAll('text')]
    .filter(text => text.textContent.trim() && text.checkVisibility())
    .map(text => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const isTurned = text.hasAttribute('transform');
      // the box of a line is higher than its letters
      const half = parseFloat(getComputedStyle(text).fontSize) * scale * 0.42;
      const middle = (top + bottom) / 2;
      return isTurned
        ? { words: text.textContent, left, right, top, bottom, isTurned }
        : { words: text.textContent, left, right, top: middle - half, bottom: middle + half, isTurned };
    });
  labels.forEach((label, i) => {
    const out = Math.max(
      frame.left - label.left,
      label.right - frame.right,
      frame.top - label.top,
      label.bottom - frame.bottom,
    );
    if (out > 2) faults.push(`${name}: "${label.words}" leaves the frame by ${Math.round(out)} px`);
    for (const other of labels.slice(0, i)) {
      if (label.isTurned || other.isTurned) continue;
      const isApart =
        label.left >= other.right - 1 ||
        other.left >= label.right - 1 ||
        label.top >= other.bottom - 1 ||
        other.top >= label.bottom - 1;
      if (!isApart) faults.push(`${name}: "${label.words}" on "${other.words}"`);
    }
  });
}
return faults;
