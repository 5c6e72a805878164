/** The way to the calculator in the bar leads to the model of the page, too. */
export function prefilled() {
  const own = document.querySelector('.calculate a');
  const inBar = own && document.querySelector('.site-nav [href$="calculator/"]');
  if (inBar) inBar.href = own.href;
}
