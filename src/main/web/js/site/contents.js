import { all } from '../shared/elements.js';
import { targetOf } from '../shared/target.js';

/** Contents that say which section is read; open beside the text, folded above it on a narrow screen. */
export function contentsThatFollow() {
  const links = new Map(all('.contents a[href^="#"]').map(link => [targetOf(link.hash), link]));
  links.delete(null);
  const headings = [...links.keys()];
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
    links.forEach((link, heading) => {
      if (heading === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  // calls at once, too, when the page has been laid out
  const observer = new IntersectionObserver(follow, { rootMargin: '-27% 0px -72% 0px' });
  all('.prose > *').forEach(block => observer.observe(block));
}
