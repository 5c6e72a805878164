// Answers cases with the scripts of the calculator. Arguments: calc.js, details.js, config.js, the cases; prints the
// answers.
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');
const files = process.argv.slice(2).map(file => readFileSync(file, 'utf8'));
const { estimates, configurations, code } = JSON.parse(files.pop());
for (const script of files) runInThisContext(script);
console.log(JSON.stringify({
  fits: estimates.map(given => archnotesFit(...given)),
  curves: estimates.map(given => archnotesCurve(...given)),
  details: estimates.map(given => archnotesDetails(...given)),
  configurations: configurations.map(({ file, text }) => archnotesReadConfig(file, parsed(text))),
  renewed: archnotesRenewCode(code),
}));

// as the page reads a text in which Python wrote numbers that JSON does not have
function parsed(text) {
  return JSON.parse(text.replace(/-?\bInfinity\b|\bNaN\b/g, 'null'));
}
