// Draws figures with the compiled script. Arguments: mechanisms.js, the cases; prints a list of answers.
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');
const [script, cases] = process.argv.slice(2).map(file => readFileSync(file, 'utf8'));
runInThisContext(script);
console.log(JSON.stringify(JSON.parse(cases).map(asking => archnotesMechanism(...asking))));
