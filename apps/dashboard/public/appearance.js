// Runs before the first paint, so that nobody who chose dark sees a white flash. Kept in step with src/theme/appearance.ts.
(function () {
  var chosen = 'auto';
  try {
    chosen = localStorage.getItem('lynkify-appearance') || 'auto';
  } catch {
    chosen = 'auto'; // Storage is switched off: follow the system.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
