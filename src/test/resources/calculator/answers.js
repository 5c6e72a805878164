// Answers cases with the scripts of the calculator. Arguments: the folder of the scripts, the page's choice among
// readers, the cases; prints the answers.
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { runInThisContext } = require('node:vm');
const [folder, readers, cases] = process.argv.slice(2);
const { estimates, configurations, code, types } = JSON.parse(readFileSync(cases, 'utf8'));
const load = name => runInThisContext(readFileSync(resolve(folder, name), 'utf8'));

import(`data:text/javascript,${encodeURIComponent(readFileSync(readers, 'utf8'))}`).then(page => {
  load('calc.js');
  load('details.js');
  const functions = Object.fromEntries(
    Object.keys(types).map(script => {
      load(script);
      return [script, archnotesReadConfig];
    }),
  );
  console.log(JSON.stringify({
    fits: estimates.map(given => archnotesFit(...given)),
    curves: estimates.map(given => archnotesCurve(...given)),
    details: estimates.map(given => archnotesDetails(...given)),
    configurations: configurations.map(({ file, text }) => {
      const value = parsed(text);
      return functions[page.scriptOf(types, value)](page.knownTypes(types), file, value);
    }),
    renewed: archnotesRenewCode(code),
  }));
});

// as the page reads a text in which Python wrote numbers that JSON does not have
function parsed(text) {
  return JSON.parse(text.replace(/-?\bInfinity\b|\bNaN\b/g, 'null'));
}
