// The timeline: filters by part, concept and model, and steps from year to year. Everything is read from the page; the
// choice lives in the address.
import { filter } from './timeline/filter.js';
import { years } from './timeline/years.js';

const controls = document.querySelector('[data-timeline]');
if (controls) {
  years();
  filter(controls);
}
