// Runs before the first paint: says that scripts run, and puts the chosen theme back.
(function (root) {
  root.dataset.js = '';
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch { /* no storage: the system's theme it is */ }
})(document.documentElement);
