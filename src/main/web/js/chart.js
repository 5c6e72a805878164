// Exact values of drawings and charts, at the pointer and by keyboard. All of them stand in the page: in the titles of
// the marks, in what a drawing prints, and, for lines over an axis, in the rows of the table beside the chart.
import { followPicture } from './chart/picture.js';
import { closeReadings } from './chart/reading.js';
import { describe } from './chart/titles.js';
import { markShownView } from './chart/shown-view.js';
import { readTablePicture } from './chart/table-picture.js';
import { all } from './shared.js';
import { loadStyle } from './shared/load-style.js';

loadStyle('preview.css');
const pictures = all('svg.chart, svg.drawing, svg.layer-strip');
pictures.forEach(describe);
pictures.forEach(followPicture);
all('td > svg').forEach(readTablePicture);
closeReadings();
markShownView();
