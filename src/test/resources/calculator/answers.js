// Answers cases with the scripts of the calculator. Arguments: calc.js, config.js, the cases; prints a list of answers.
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');
const [calc, config, cases] = process.argv.slice(2).map(file => readFileSync(file, 'utf8'));
runInThisContext(calc);
runInThisContext(config);
const { estimates, configurations } = JSON.parse(cases);
console.log(JSON.stringify({
  estimates: estimates.map(given => archnotesEstimate(...given)),
  configurations: configurations.map(({ file, text }) => archnotesReadConfig(file, parsed(text))),
}));

// as the page reads a text in which Python wrote numbers that JSON does not have
function parsed(text) {
  return JSON.parse(text.replace(/-?\bInfinity\b|\bNaN\b/g, 'null'));
}
