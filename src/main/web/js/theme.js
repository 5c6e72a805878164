// Runs before the first paint: says that scripts run and whether what stands far below may be laid out later, puts the
// chosen theme back, and from a folder, where no font can be preloaded, asks for the fonts in time for that paint.
const root = document.documentElement;
root.dataset.js = '';
// on a phone, a page that is read from its beginning is laid out piece by piece
if (
  !location.hash &&
  matchMedia('(width < 1220px)').matches &&
  performance.getEntriesByType('navigation')[0]?.type === 'navigate'
) {
  root.dataset.late = '';
}
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
