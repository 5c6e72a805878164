import { make } from './elements.js';

/** Loads a classic script: from a folder, a browser fetches nothing and imports no module. */
export function loadScript(source) {
  return new Promise((done, failed) => {
    const script = make('script', { src: source });
    script.onload = done;
    script.onerror = () => failed(new Error(source));
    document.head.append(script);
  });
}
