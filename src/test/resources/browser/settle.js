// Waits for fonts, for the script that comes when the page has, and until no transition runs: one that ends may start
// another in the elements that inherit its value.
const done = arguments[0];
const frame = () => new Promise(requestAnimationFrame);
const running = () => document.getAnimations().filter(animation => animation instanceof CSSTransition);
const awaited = () => 'js' in document.documentElement.dataset && document.querySelector('script[data-later]');
const rest = async () => {
  while (awaited()) await frame();
  await window.archnotes_whole;
  await frame();
  await frame();
  const finished = running().map(animation => animation.finished);
  if (!finished.length) return done();
  await Promise.allSettled(finished);
  return rest();
};
document.fonts.ready.then(rest);
