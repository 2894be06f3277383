import { createServer } from 'node:http';
import { close, listen } from '../../scripts/lib/http.ts';
import { portOf } from './raw-http.ts';

/** Asks the system for a port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await listen(probe, 0, '127.0.0.1', 'PORT');
  const port = portOf(probe);
  await close(probe);
  return port;
}
