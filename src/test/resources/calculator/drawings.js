// Draws figures with the compiled scripts. Arguments: their folder, the cases, each with the name of its script first;
// prints a list of answers.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { runInThisContext } = require('node:vm');
const [folder, cases] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(cases, 'utf8'));
for (const name of new Set(asked.map(([script]) => script))) {
  runInThisContext(readFileSync(join(folder, `mechanisms-${name}.js`), 'utf8'));
}
console.log(JSON.stringify(asked.map(([script, ...asking]) => {
  const draw = globalThis[`archnotes${script[0].toUpperCase()}${script.slice(1)}`];
  return draw(...asking);
})));
