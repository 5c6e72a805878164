// The page of disagreements. Everything is read from the page; the choice lives in the address.
import { filter } from './disagreements/filter.js';

const controls = document.querySelector('[data-disagreements]');
if (controls) filter(controls);
