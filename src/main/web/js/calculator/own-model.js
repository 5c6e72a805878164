import { make, say } from '../shared.js';
import { parseObject } from './json-text.js';
import { knownTypes, scriptOf } from './readers.js';
import { measuredTable } from './tables.js';
import { holdsWeights, measure } from './weight-files.js';

/**
 * Reads a configuration that the reader pastes, chooses or drops, and the headers of weights beside it; `found` gets
 * the model that it describes, `failed` what is wrong in a sentence, and `counted` gives the parameters of a model that
 * was found. Of the scripts with the readers one is loaded, when it is wanted.
 */
export function ownModel(place, form, script, { found, failed, counted }) {
  const config = form.elements.namedItem('config');
  const problems = place.querySelector('[data-problems]');
  const measured = place.querySelector('[data-measured]');
  const { archnotesReaders: readers } = window;
  const functions = {};
  let taken = 0;

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

  /** The model that the text describes, if it describes one. */
  async function read(file) {
    const text = config.value;
    if (!text.trim()) {
      report([]);
      return null;
    }
    let answer;
    try {
      const { value, repairs } = parseObject(text);
      answer = JSON.parse(await readWith(scriptOf(readers, value), file, value));
      answer.findings.push(...repairs.map(message => ({ severity: 'warning', message, hint: '' })));
    } catch (error) {
      answer = { findings: [{ severity: 'error', message: error.message, hint: '' }] };
    }
    if (text !== config.value) return null;
    report(answer.findings);
    if (answer.code) await found(answer);
    else failed(`Fix the configuration: ${firstError(answer) ?? 'it describes no model'}`);
    return answer.code ? answer : null;
  }

  function refuse(message) {
    report([{ severity: 'error', message, hint: '' }]);
    failed(message);
  }

  /** Takes files: a configuration, weights of which the headers are read, or both. */
  async function take(files) {
    const turn = ++taken;
    place.querySelector('details[data-own]').open = true;
    measured.replaceChildren();
    const weights = files.filter(holdsWeights);
    const own = files.find(({ name }) => name === 'config.json') ?? files.find(file => !holdsWeights(file));
    if (!weights.length) {
      const refused = own ? refusal(own) : 'There is no config.json in this folder, and there are no weights';
      if (refused) {
        refuse(refused);
        return;
      }
    }
    const text = own && !refusal(own) ? await own.text() : '';
    if (turn !== taken) return;
    if (!weights.length) {
      config.value = text;
      await read(own.name);
      return;
    }
    try {
      await script('headers.js');
      const headers = {
        chooseFiles: window.archnotesChooseFiles,
        readIndex: window.archnotesReadIndex,
        readHeader: window.archnotesReadHeader,
        measure: window.archnotesMeasure,
      };
      const answer = await measure(weights, text ? parseObject(text).value : null, headers);
      if (turn !== taken) return;
      config.value = text || answer.config || '';
      const model = await read(own?.name ?? `${weights[0].name.replace(/\.\w+$/, '')}.json`);
      if (!config.value) {
        refuse(answer.refusal ? `Add its config.json: ${answer.refusal}` : 'Add the config.json that lies beside them');
      }
      measured.replaceChildren(measuredTable(answer, model && counted(model.code)));
      say(`${answer.files} files measured`);
    } catch (error) {
      if (turn === taken) refuse(error.message);
    }
  }

  config.addEventListener('input', () => {
    measured.replaceChildren();
    read('config.json');
  });
  // not in the page, as no standard knows it
  form.elements.namedItem('folder').webkitdirectory = true;
  for (const name of ['file', 'folder']) {
    form.elements.namedItem(name).addEventListener('change', ({ target }) => {
      const files = [...target.files];
      if (files.length) take(name === 'folder' ? files.filter(isOfModel) : files);
      target.value = '';
    });
  }
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

/** More files than any released model has. */
const MOST_FILES = 2_000;

/** Why a file is not read as a configuration; empty where it is. */
export function refusal({ name, size }) {
  if (/\.(?:bin|pth?|ckpt)$/i.test(name)) {
    return `${name} holds weights as Python pickles them, which nothing here reads: take the safetensors files`;
  }
  if (/\.index\.json$/i.test(name)) return `${name} lists weights of another kind: the file config.json is read here`;
  return size > MOST_BYTES ? `${name} has more than 1 MiB and cannot be a configuration` : '';
}

/** Whether a file of a folder is of use here: a tokenizer is not, nor what lies in a folder below. */
const isOfModel = file =>
  (file.name === 'config.json' || holdsWeights(file)) && (file.webkitRelativePath ?? '').split('/').length < 3;

/** The files that were dropped, or those in a folder that was. */
async function dropped({ items, files }) {
  const all = [...files];
  const folder = items[0]?.webkitGetAsEntry?.();
  if (!folder?.isDirectory) return all;
  const reader = folder.createReader();
  const entries = [];
  for (let more = [null]; more.length && entries.length < MOST_FILES; entries.push(...more)) {
    more = await new Promise(done => reader.readEntries(done, () => done([])));
  }
  const inside = entries.filter(entry => entry.isFile && isOfModel(entry));
  const opened = await Promise.all(inside.map(entry => new Promise(done => entry.file(done, () => done(null)))));
  return opened.filter(Boolean);
}

const firstError = ({ findings }) => findings.find(({ severity }) => severity === 'error')?.message;

const sentence = ({ message, hint }) => `${message}${hint ? ` (${hint})` : ''}`;
