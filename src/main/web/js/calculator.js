// The calculator: a form in the page, figures from calc.js (compiled from the generator's own Java), state in the
// address. The state stands behind #, so that no server sees it; a configuration of one's own is read by config.js,
// which is loaded when it is wanted.
import { calculator } from './calculator/calculator.js';

const place = document.querySelector('[data-calculator]');
const { archnotesModels: models, archnotesEstimate: estimate } = window;
if (place && models && estimate) calculator(place, models, estimate);
