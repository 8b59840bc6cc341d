import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PersonFile } from '../../../src/person/schema.ts';
import type { RecordState, RecordStore } from './record-store.ts';

export const RecordContext = createContext<RecordStore | undefined>(undefined);

export function useRecordStore(): RecordStore {
  const store = useContext(RecordContext);
  if (!store) throw new Error('The record is used outside of its provider.');
  return store;
}

export function useRecord(): RecordState {
  const store = useRecordStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** The document, on pages that only exist once there is one. */
export function useDocument(): PersonFile {
  const store = useRecordStore();
  const document = useSyncExternalStore(store.subscribe, () => store.snapshot().document);
  if (!document) throw new Error('This page needs a record.');
  return document;
}
