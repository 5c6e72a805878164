// Waits for fonts, and until no transition runs: one that ends may start another in the elements that inherit its
// value.
const done = arguments[0];
const frame = () => new Promise(requestAnimationFrame);
const running = () => document.getAnimations().filter(animation => animation instanceof CSSTransition);
const rest = async () => {
  await frame();
  await frame();
  const finished = running().map(animation => animation.finished);
  if (!finished.length) return done();
  await Promise.allSettled(finished);
  return rest();
};
document.fonts.ready.then(rest);
