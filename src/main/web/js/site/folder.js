/** Opened from a folder, a link to a folder leads to the page in it. */
export function linksInFolder() {
  if (location.protocol !== 'file:') return;
  document.addEventListener(
    'click',
    event => {
      const link = event.target.closest?.('a[href]');
      if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    },
    true,
  );
}
