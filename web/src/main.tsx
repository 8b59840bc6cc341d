import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeRouter } from './app/router.tsx';
import { startOffline } from './app/service-worker.ts';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import './app/shell.css';
import { startTranslations } from './i18n/i18n.ts';
import { ZonulaDatabase } from './record/database.ts';
import { RecordStore } from './record/record-store.ts';
import { RecordContext } from './record/use-record.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  const store = new RecordStore(new ZonulaDatabase());
  store.open();
  await Promise.all([startTranslations(), recordRead(store)]);
  createRoot(root).render(
    <StrictMode>
      <RecordContext value={store}>
        <RouterProvider router={makeRouter(store)} />
      </RecordContext>
    </StrictMode>,
  );
  void startOffline();
}

function recordRead(store: RecordStore): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!store.snapshot().loaded) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(check);
    check();
  });
}

void start();
