const NARROW = matchMedia('(width < 760px)');

/**
 * Marks which drawing of a pair is shown as long as nobody has chosen one: merged where two have no room beside each
 * other, else both.
 */
export function markShownView() {
  const views = document.querySelector('.pair-views');
  if (!views) return;
  let chosen = views.querySelector(':checked') !== null;
  const mark = () => {
    if (!chosen) document.getElementById(NARROW.matches ? 'view-merged' : 'view-both').checked = true;
  };
  views.addEventListener('change', () => (chosen = true));
  NARROW.addEventListener('change', mark);
  mark();
}
