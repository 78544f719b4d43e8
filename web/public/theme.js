// Runs before the first paint, so that a stored choice of theme does not flash the other one. A file, not inline: the CSP allows no inline script.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('secura.theme');
  } catch {
    // Storage may be blocked; the system's theme is the answer then.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
