import { all } from '../shared/elements.js';

/**
 * The button of the theme: as the system has it, then the other one, then the system's own kept, whatever the system
 * does later. The button says which of the three holds.
 */
export function themeToggle() {
  const { dataset } = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  all('[data-theme-toggle]').forEach(button => {
    const state = button.querySelector('span');
    const [light, dark] = button.dataset.themeToggle.split(' ');
    const words = { undefined: state.textContent, light, dark };
    const say = () => {
      state.textContent = words[dataset.theme];
    };
    button.addEventListener('click', () => {
      const [own, other] = system.matches ? ['dark', 'light'] : ['light', 'dark'];
      const next = { undefined: other, [other]: own }[dataset.theme];
      if (next) dataset.theme = next;
      else delete dataset.theme;
      try {
        if (next) localStorage.setItem('theme', next);
        else localStorage.removeItem('theme');
      } catch {
        /* for this page only */
      }
      say();
    });
    say();
  });
}
