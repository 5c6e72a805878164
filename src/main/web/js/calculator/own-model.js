import { make, say } from '../shared.js';
import { parseObject } from './json-text.js';
import { knownTypes, scriptOf } from './readers.js';

/**
 * Reads a configuration that the reader pastes, chooses or drops; `found` gets the model that it describes, `failed`
 * what is wrong in a sentence. Of the scripts with the readers one is loaded, when it is wanted.
 */
export function ownModel(place, form, script, { found, failed }) {
  const config = form.elements.namedItem('config');
  const problems = place.querySelector('[data-problems]');
  const { archnotesReaders: readers } = window;
  const functions = {};

  function report(findings) {
    const isError = ({ severity }) => severity === 'error';
    config.setAttribute('aria-invalid', findings.some(isError));
    problems.replaceChildren(
      ...findings.map(finding => make('li', { class: isError(finding) ? 'problem' : '' }, sentence(finding))),
    );
    const remarks = findings.length === 1 ? 'remark' : 'remarks';
    if (findings.length) say(`${findings.length} ${remarks} on the configuration`);
  }

  /** What a script says of a configuration; each script leaves its function under the same name. */
  async function readWith(name, file, value) {
    if (!functions[name]) {
      await script(name);
      functions[name] = window.archnotesReadConfig;
    }
    return functions[name](knownTypes(readers), file, value);
  }

  async function read(file) {
    const text = config.value;
    if (!text.trim()) {
      report([]);
      return;
    }
    let answer;
    try {
      const { value, repairs } = parseObject(text);
      answer = JSON.parse(await readWith(scriptOf(readers, value), file, value));
      answer.findings.push(...repairs.map(message => ({ severity: 'warning', message, hint: '' })));
    } catch (error) {
      answer = { findings: [{ severity: 'error', message: error.message, hint: '' }] };
    }
    if (text !== config.value) return;
    report(answer.findings);
    if (answer.code) found(answer);
    else failed(`Fix the configuration: ${firstError(answer) ?? 'it describes no model'}`);
  }

  /** Takes a file; one that cannot be a configuration is named for what it is, and none of it is read. */
  async function take(file) {
    place.querySelector('[data-own]').open = true;
    const refused = file ? refusal(file) : 'There is no config.json in this folder';
    if (refused) {
      report([{ severity: 'error', message: refused, hint: '' }]);
      failed(refused);
      return;
    }
    config.value = await file.text();
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
      if (type === 'drop') dropped(event.dataTransfer).then(take);
    });
  }
}

/** The largest configuration that is read; those of real models have some kilobytes. */
const MOST_BYTES = 2 ** 20;

/** Why a file is not read as a configuration; empty where it is. */
export function refusal({ name, size }) {
  if (/\.(?:gguf|safetensors|bin|pth?)$/i.test(name)) {
    return `${name} holds weights: the command line reads it (archnotes fit ${name}), this page its config.json`;
  }
  if (/\.index\.json$/i.test(name)) return `${name} lists weights: the file config.json beside it is read here`;
  return size > MOST_BYTES ? `${name} has more than 1 MiB and cannot be a configuration` : '';
}

/** The file that was dropped, or the configuration in a folder that was. */
async function dropped({ items, files }) {
  const entry = items[0]?.webkitGetAsEntry?.();
  if (!entry?.isDirectory) return files[0];
  const inside = await new Promise(done => entry.getFile('config.json', {}, done, () => done(null)));
  return inside && new Promise(done => inside.file(done, () => done(null)));
}

const firstError = ({ findings }) => findings.find(({ severity }) => severity === 'error')?.message;

const sentence = ({ message, hint }) => `${message}${hint ? ` (${hint})` : ''}`;
