// Figures that explain a mechanism, moved: sliders and choices in place of their settings, and pictures from scripts
// that are compiled from the Java which drew them for the page. A script is loaded when a figure that needs it comes
// into view.
import { movable } from './figure/movable.js';
import { all, idle, loadScript } from './shared.js';

const scripts = document.currentScript?.dataset.drawingScripts;
const loading = {};

/** The functions of a script: archnotesAttention and archnotesAttentionControls of mechanisms-attention.js. */
const functions = name =>
  ['', 'Controls'].map(which => window[`archnotes${name[0].toUpperCase()}${name.slice(1)}${which}`]);

const seen = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      const name = target.dataset.script;
      loading[name] ??= idle().then(() => loadScript(`${scripts}${name}.js`));
      loading[name].then(idle).then(() => movable(target, ...functions(name)));
    }
  },
  { rootMargin: '300px' },
);
all('[data-mechanism]').forEach(figure => seen.observe(figure));
