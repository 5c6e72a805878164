/** The largest header that is read here; those of real models have some megabytes. */
const MOST_BYTES = 2 ** 27;
/** As much of a file as most headers need. */
const FIRST_BYTES = 2 ** 18;

const INDEX = 'model.safetensors.index.json';

/** Whether a file holds weights whose header can be read, or names the files that do. */
export const holdsWeights = ({ name }) => name === INDEX || /\.(?:gguf|safetensors)$/.test(name);

/**
 * What a checkpoint holds, measured from the headers of its files: of each file its beginning is read, and no weight.
 * `config` is the configuration beside the files, or null; `functions` are those of headers.js.
 */
export async function measure(files, config, functions) {
  const byName = new Map(files.map(file => [file.name, file]));
  let chosen = answered(functions.chooseFiles([...byName.keys()]));
  if (chosen.indexed) chosen = await beginning(byName.get(INDEX), functions.readIndex);
  if (!chosen.files.length) {
    const missing = chosen.absent.slice(0, 3).join(', ');
    throw new Error(`The files that hold the weights are not here: ${missing}; drop the whole folder`);
  }
  if (chosen.absent.length) throw new Error(`${chosen.absent[0]} is not here: drop all files of the model`);
  for (const name of chosen.files) await beginning(byName.get(name), functions.readHeader);
  return answered(functions.measure(config), [INDEX]);
}

/** An answer; a problem that begins with the name of a file is not to be told with a capital letter. */
function answered(text, names = []) {
  const answer = JSON.parse(text);
  const { problem } = answer;
  if (problem) throw new Error(names.some(name => problem.startsWith(`${name}: `)) ? `In ${problem}` : problem);
  return answer;
}

/** Reads as much of a file as its header needs. */
async function beginning(file, read) {
  let count = Math.min(file.size, FIRST_BYTES);
  for (;;) {
    const head = new Uint8Array(await file.slice(0, count).arrayBuffer());
    const answer = answered(read(file.name, file.size, head), [file.name]);
    if (!answer.needed) return answer;
    if (answer.needed > MOST_BYTES) {
      throw new Error(`The header of ${file.name} is longer than 128 MiB; the command line reads it: archnotes verify`);
    }
    count = Math.min(file.size, Math.max(answer.needed, Math.min(4 * count, MOST_BYTES)));
  }
}
