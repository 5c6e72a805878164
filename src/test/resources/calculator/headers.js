// Measures cases with the page's own code. Arguments: headers.js as compiled, the page's module that reads files, the
// cases: for each the files of a folder, and a configuration or null. Prints the answers, or what is wrong in words.
const { readFileSync, openAsBlob } = require('node:fs');
const { basename } = require('node:path');
const { runInThisContext } = require('node:vm');
const [compiled, reader, cases] = process.argv.slice(2);
runInThisContext(readFileSync(compiled, 'utf8'));
const functions = {
  chooseFiles: archnotesChooseFiles,
  readIndex: archnotesReadIndex,
  readHeader: archnotesReadHeader,
  measure: archnotesMeasure,
};

async function answer({ measure, holdsWeights }, { files, config }) {
  const given = [];
  for (const file of files) {
    const blob = await openAsBlob(file);
    given.push({ name: basename(file), size: blob.size, slice: (from, to) => blob.slice(from, to) });
  }
  try {
    return await measure(given.filter(holdsWeights), config, functions);
  } catch (error) {
    return { problem: error.message };
  }
}

import(`data:text/javascript,${encodeURIComponent(readFileSync(reader, 'utf8'))}`).then(async page => {
  const answers = [];
  for (const one of JSON.parse(readFileSync(cases, 'utf8'))) answers.push(await answer(page, one));
  console.log(JSON.stringify(answers));
});
