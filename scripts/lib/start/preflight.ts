import { createServer } from 'node:http';
import type { PortalSettings } from '../config.ts';
import { ConfigError, PortalError } from '../errors.ts';
import { close, listen } from '../http.ts';

const OLDEST_NODE_MAJOR = 24;

/**
 * Refuses a Node that is too old.
 *
 * @param version - Version of Node, such as `24.21.0`.
 * @throws PortalError naming the version that is needed.
 */
export function checkNode(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_NODE_MAJOR) return;
  throw new PortalError(
    `The portal needs Node ${OLDEST_NODE_MAJOR} or newer, this is ${version}.`,
    {
      hint: 'Start it with “npm start”, which uses the Node that “npm ci” has installed.',
    },
  );
}

/**
 * Makes sure that every port is free, before anything is started.
 *
 * @throws PortalError naming the port and the variable that changes it.
 */
export async function checkPorts(settings: PortalSettings): Promise<void> {
  const ports = [
    { name: 'GATEWAY_PORT', port: settings.GATEWAY_PORT, host: settings.GATEWAY_BIND },
    { name: 'CMS_PORT', port: settings.CMS_PORT, host: '127.0.0.1' },
    { name: 'PUBLISHER_PORT', port: settings.PUBLISHER_PORT, host: '127.0.0.1' },
  ];
  for (const [index, { name, port, host }] of ports.entries()) {
    const same = ports.slice(0, index).find((other) => other.port === port);
    if (same !== undefined) {
      throw new ConfigError(`${same.name} and ${name} are both ${port}.`, {
        hint: 'Give every process a port of its own in .env.',
      });
    }
    const probe = createServer();
    await listen(probe, port, host, name);
    await close(probe);
  }
}
