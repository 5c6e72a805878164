import { all } from '../shared/elements.js';

/** The button that changes between light and dark; only what differs from the system's theme is kept. */
export function themeToggle() {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const systemTheme = () => (system.matches ? 'dark' : 'light');
  const current = () => root.dataset.theme ?? systemTheme();
  const buttons = all('[data-theme-toggle]');
  const label = () => {
    const next = current() === 'dark' ? 'Light' : 'Dark';
    buttons.forEach(button => {
      (button.querySelector('.theme-toggle-label') ?? button).textContent = next;
      button.setAttribute('aria-label', `${next} theme`);
    });
  };
  const change = () => {
    const next = current() === 'dark' ? 'light' : 'dark';
    const same = next === systemTheme();
    if (same) delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (same) localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      /* for this page only */
    }
    label();
  };
  buttons.forEach(button => button.addEventListener('click', change));
  system.addEventListener('change', label);
  label();
}
