// Exact values of drawings and charts, at the pointer and by keyboard. All of them stand in the page: in the titles of
// the marks, in what a drawing prints, and, for lines over an axis, in the rows of the table beside the chart.
import { followPicture } from './chart/picture.js';
import { closeReadings } from './chart/reading.js';
import { describe } from './chart/titles.js';
import { markShownView } from './chart/shown-view.js';
import { readTablePicture } from './chart/table-picture.js';
import { all, idle } from './shared.js';

const pictures = all('svg.chart, svg.drawing, svg.layer-strip');
closeReadings();
markShownView();
// a picture at a time, so that none of it is felt
window.archnotes_charts = (async () => {
  for (const picture of pictures) {
    await idle();
    describe(picture);
  }
  // a narrow picture says what the wide one beside it does
  for (const picture of pictures) {
    await idle();
    followPicture(picture);
  }
  await idle();
  all('td > svg').forEach(readTablePicture);
})();
