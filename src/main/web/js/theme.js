// Runs before the first paint: says that scripts run, puts the chosen theme back, and from a folder, where no font can
// be preloaded, asks for the fonts in time for that paint.
const root = document.documentElement;
root.dataset.js = '';
if (location.protocol === 'file:') {
  document.fonts.forEach(font =>
    font.load().catch(() => {
      /* the stand-in stays */
    }),
  );
}
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
} catch {
  /* no storage: the system's theme it is */
}
