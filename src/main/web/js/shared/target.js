import { decoded } from './decoded.js';

/** The element of this page that the end of an address names, such as `#layers`; null where there is none. */
export const targetOf = hash => document.getElementById(decoded(hash.slice(1)));
