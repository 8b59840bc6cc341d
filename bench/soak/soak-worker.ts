import { parentPort } from 'node:worker_threads';
import { type SoakTask, soakPeople } from './soak-people.ts';

parentPort?.on('message', (task: SoakTask) => parentPort?.postMessage(soakPeople(task)));
