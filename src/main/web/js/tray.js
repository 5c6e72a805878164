// The tray of chosen models, on any page: loaded at the first choice. The data come with compare-models.js.
import { modelsOf } from './tray/models.js';
import { tray } from './tray/tray.js';

window.archnotesTray = tray(modelsOf(window.archnotesCompared));
