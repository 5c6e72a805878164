// The calculator: a form in the page, figures from calc.js (compiled from the generator's own Java), state in the
// address. The state stands behind #, so that no server sees it. The compiled scripts are loaded after the page:
// calc.js when a worker has given the first answer, one of the config scripts when a configuration of one's own is to
// be read, headers.js when files of weights are, details.js when a reader looks closer.
import { calculator } from './calculator/calculator.js';
import { compiled } from './calculator/compiled.js';

const place = document.querySelector('[data-calculator]');
const { archnotesModels: models } = window;
if (place && models) calculator(place, models, compiled(place.dataset.assets));
