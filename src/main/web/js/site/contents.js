import { decoded } from '../shared/decoded.js';
import { all } from '../shared/elements.js';

/** Contents that say which section is read; open beside the text, folded above it on a narrow screen. */
export function contentsThatFollow() {
  const links = new Map(all('.contents a[href^="#"]').map(link => [decoded(link.hash.slice(1)), link]));
  const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  const fold = document.querySelector('.contents details');
  if (fold) {
    const wide = matchMedia('(width >= 1220px)');
    const set = () => {
      fold.open = wide.matches;
    };
    set();
    wide.addEventListener('change', set);
  }
  if (!headings.length) return;
  const follow = () => {
    const line = innerHeight * 0.28;
    const above = headings.filter(heading => heading.getBoundingClientRect().top <= line);
    const here = above.pop() ?? (scrollY < 40 ? null : headings[0]);
    links.forEach((link, id) => {
      if (here?.id === id) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  const observer = new IntersectionObserver(follow, { rootMargin: '-27% 0px -72% 0px' });
  all('.prose > *').forEach(block => observer.observe(block));
  follow();
}
