// Figures that explain a mechanism, moved: sliders and choices in place of their settings, and pictures from
// mechanisms.js, which is compiled from the Java that drew them for the page. It is loaded when one comes into view.
import { movable } from './figure/movable.js';
import { all, loadScript } from './shared.js';

const script = document.currentScript?.dataset.drawingScript;
let loading;

const seen = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      loading ??= loadScript(script);
      loading.then(() => movable(target, window.archnotesMechanism));
    }
  },
  { rootMargin: '300px' },
);
all('[data-mechanism]').forEach(figure => seen.observe(figure));
