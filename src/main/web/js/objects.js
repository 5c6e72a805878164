// What can be done with a figure, a table and a computed number; loaded when the first of them is pointed at, focused
// or pressed.
import { openMenu } from './objects/menu.js';
import { citeWorking } from './objects/working.js';
import { loadStyle } from './shared/load-style.js';

const styled = loadStyle('objects.css');
window.archnotes_objects = { open: link => styled.then(() => openMenu(link)), working: citeWorking };
