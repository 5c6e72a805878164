import { loadScript } from '../shared.js';

/** How long the first answer is waited for before the page works it out itself, in milliseconds. */
const PATIENCE = 4000;

/** The functions of calc.js, which is loaded by `load`, and whose first answers may come from a worker. */
export function compiled(assets) {
  const known = {};
  let loaded = null;
  const ask = (name, code, words) => known[`${name} ${code} ${words}`] ?? window[name](code, words);
  const load = () => (loaded ??= loadScript(`${assets}calc.js`));

  /** Has questions answered beside the page, where a browser does so: it does not from a folder. */
  async function ahead(questions) {
    try {
      const script = new URL(`${assets}calc.js`, location.href).href;
      const worker = new Worker(`${assets}ahead.js#${encodeURIComponent(script)}`);
      const answers = await new Promise((done, failed) => {
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = failed;
        setTimeout(failed, PATIENCE);
        worker.postMessage(questions);
      }).finally(() => worker.terminate());
      questions.forEach(({ code, words }, i) => {
        ['archnotesFit', 'archnotesCurve'].forEach((name, which) => {
          known[`${name} ${code} ${words}`] = answers[i][which];
        });
      });
    } catch {
      /* the page does it */
    }
  }

  return {
    load,
    ahead,
    fit: (code, words) => ask('archnotesFit', code, words),
    curve: (code, words) => ask('archnotesCurve', code, words),
  };
}
