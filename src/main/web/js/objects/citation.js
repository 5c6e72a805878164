// How a page, a figure or a number is cited: in a sentence, and in BibTeX.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date as the pages print it: 26 Dec 2024. */
export function printedDate(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** What the page says of itself: site, title, date of its last change and version. */
export function pageOf(page = document) {
  const updated = page.querySelector('.updated');
  return {
    site: page.querySelector('meta[property="og:site_name"]').content,
    title: page.querySelector('meta[property="og:title"]').content,
    date: updated?.querySelector('time')?.dateTime ?? '',
    version: updated?.dataset.version ?? '',
  };
}

/** Version and date in words, as far as they are known. */
const stand = ({ version, date }) =>
  [version && `version ${version}`, date && `updated ${printedDate(date)}`].filter(Boolean).join(', ');

/** A sentence that cites a figure or table. */
export function sentence({ name, title, address }, page) {
  const known = stand(page);
  const ended = /[.?!]$/.test(title) ? title : `${title}.`;
  return `${name}: ${ended} In “${page.title}”, ${page.site}${known && `, ${known}`}. ${address}`;
}

const escaped = text => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, sign => `\\${sign}`);

/** The same as an entry of BibTeX; its key is the site's and the place's. */
export function bibtex({ id, name, title, address }, page) {
  const place = new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? page.site;
  const key = [page.site, place, id]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-');
  const fields = {
    author: `{${escaped(page.site)}}`,
    title: `{${escaped(title)}}`,
    year: page.date.slice(0, 4),
    howpublished: `${escaped(name)} in ${escaped(page.title)}`,
    note: stand(page).replace(/^./, first => first.toUpperCase()),
    url: address,
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  return `@misc{${key},\n${lines.map(([field, value]) => `  ${field} = {${value}},\n`).join('')}}\n`;
}
