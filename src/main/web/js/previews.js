// What a link leads to, shown beside it; loaded when the first link is pointed at or has the focus.
import { previews } from './previews/previews.js';
import { loadStyle } from './shared/load-style.js';

loadStyle('preview.css');
window.archnotes_previews = previews();
