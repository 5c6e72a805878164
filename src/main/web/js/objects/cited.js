/** Where a page leaves the digits of a link to a number, for the page that the link leads to. */
export const CITED = 'archnotes-cited';
