// Prints the words of each line of a file, as the script of the search divides a query.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { tokens } from '../../../main/web/js/search/tokens.js';

const lines = readFileSync(argv[2], 'utf8').split('\n').slice(0, -1);
console.log(lines.map(line => tokens(line).join(' ')).join('\n'));
