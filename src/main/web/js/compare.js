// The comparison page. Everything is read from the table in the page; the choice lives in the address.
import { list } from './compare/list.js';

const table = document.querySelector('table[data-compare]');
const controls = document.querySelector('[data-compare-controls]');
if (table && controls) list(table, controls, document.querySelector('[data-comparison]'));
