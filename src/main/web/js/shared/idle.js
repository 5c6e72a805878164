/** Waits until nothing else is to do, so that long work in pieces never holds up a reader who presses something. */
export const idle = () =>
  new Promise(done => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 2000 }) : setTimeout(done)));
