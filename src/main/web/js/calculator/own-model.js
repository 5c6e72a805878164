import { loadScript, make, say } from '../shared.js';

/**
 * Reads a configuration that the reader pastes, chooses or drops; `found` gets the model that it describes. Its own
 * script, large as it is, is loaded when it is wanted.
 */
export function ownModel(place, form, found) {
  const config = form.elements.namedItem('config');
  const problems = place.querySelector('[data-problems]');
  let reader = null;
  const loadReader = () =>
    (reader ??= loadScript(place.dataset.configScript).then(
      () => window.archnotesReadConfig,
      () => {
        reader = null;
        throw new Error('the reader of configurations could not be loaded');
      },
    ));

  function report(findings) {
    const isError = ({ severity }) => severity === 'error';
    config.setAttribute('aria-invalid', findings.some(isError));
    problems.replaceChildren(
      ...findings.map(finding => make('li', { class: isError(finding) ? 'problem' : '' }, sentence(finding))),
    );
    const remarks = findings.length === 1 ? 'remark' : 'remarks';
    if (findings.length) say(`${findings.length} ${remarks} on the configuration`);
  }

  async function read(file) {
    const text = config.value;
    if (!text.trim()) {
      report([]);
      return;
    }
    let answer;
    try {
      const object = parseObject(text);
      const readConfig = await loadReader();
      answer = JSON.parse(readConfig(file, object));
    } catch (error) {
      answer = { findings: [{ severity: 'error', message: error.message, hint: '' }] };
    }
    report(answer.findings);
    if (answer.code) found(answer);
  }

  async function take(file) {
    config.value = await file.text();
    place.querySelector('[data-own]').open = true;
    await read(file.name);
  }

  config.addEventListener('input', () => read('config.json'));
  form.elements.namedItem('file').addEventListener('change', ({ target }) => {
    if (target.files[0]) take(target.files[0]);
  });
  for (const type of ['dragover', 'dragleave', 'drop']) {
    form.addEventListener(type, event => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      form.classList.toggle('dropping', type === 'dragover');
      if (type === 'drop' && event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    });
  }
}

const sentence = ({ message, hint }) => `${message}${hint ? ` (${hint})` : ''}`;

/** Python writes infinity and what is no number as words; no figure needs a key that holds one. */
const withoutWordsForNumbers = text =>
  text.replace(/"(?:\\.|[^"\\])*"|-?\bInfinity\b|\bNaN\b/gu, found => (found.startsWith('"') ? found : 'null'));

/** The object that a text has in JSON; an error with a sentence for the reader for any other text. */
export function parseObject(text) {
  let value;
  try {
    value = JSON.parse(withoutWordsForNumbers(text));
  } catch (error) {
    throw new Error(`this is not JSON: ${error.message}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Error('expected a JSON object of keys and values');
  }
  return value;
}
