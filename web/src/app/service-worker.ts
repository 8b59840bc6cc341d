import { Workbox } from 'workbox-window';

const listeners = new Set<() => void>();
let workbox: Workbox | undefined;
let newVersionWaits = false;

/** Keeps the whole app on the device, so that it opens without a network. */
export async function startOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  workbox = new Workbox('./sw.js');
  workbox.addEventListener('waiting', () => {
    newVersionWaits = true;
    for (const listener of listeners) listener();
  });
  try {
    await workbox.register();
  } catch {
    // No service worker (a private window, a plain http host): the app works, but only with a network.
  }
}

export function onNewVersion(listener: () => void): () => void {
  listeners.add(listener);
  if (newVersionWaits) listener();
  return () => listeners.delete(listener);
}

export function switchToNewVersion(): void {
  workbox?.addEventListener('controlling', () => location.reload());
  workbox?.messageSkipWaiting();
}
