const hour = 3_600_000;

/**
 * Registers the service worker, which opens the app without a network, and reports new versions.
 * The plugin's own registration reloads every open tab once one of them accepts; somebody may be typing in another.
 * @param onUpdate gets what to call when the person agrees
 */
export async function registerServiceWorker(onUpdate: (apply: () => void) => void): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || import.meta.env.DEV) return;
  const registration = await workers.register('/sw.js');
  let agreed = false;
  let controlled = workers.controller !== null;

  workers.addEventListener('controllerchange', () => {
    if (agreed) location.reload();
    // Accepted in another tab; this one keeps running the old version until its person agrees too.
    else if (controlled) onUpdate(() => location.reload());
    controlled = true;
  });

  function offer(): void {
    const { waiting } = registration;
    // On the very first visit nothing waits for anybody.
    if (!waiting || !controlled) return;
    onUpdate(() => {
      agreed = true;
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  }

  offer();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => installing.state === 'installed' && offer());
  });
  // A tab that stays open for days would never ask otherwise.
  setInterval(() => navigator.onLine && void registration.update().catch(() => undefined), hour);
}
