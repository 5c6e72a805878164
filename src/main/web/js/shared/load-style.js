import { make } from './elements.js';

/** Loads a style sheet of the assets folder, if the page does not have it; without it things work as well. */
export const loadStyle = name =>
  new Promise(done => {
    if (document.querySelector(`link[href$="/${name}"]`)) return done();
    const sheet = make('link', { rel: 'stylesheet', href: `${document.documentElement.dataset.root}assets/${name}` });
    sheet.onload = sheet.onerror = done;
    document.head.append(sheet);
  });
