import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { loadPortalSettings } from '../config.ts';
import { close, listen } from '../http.ts';
import { checkNode, checkPorts } from './preflight.ts';

describe('the checks before a start', () => {
  it('refuse a Node that is too old', () => {
    expect(() => {
      checkNode('20.19.2');
    }).toThrow('The portal needs Node 24 or newer, this is 20.19.2.');
    expect(() => {
      checkNode('24.0.0');
    }).not.toThrow();
  });

  it('name the port that is taken and the variable that changes it', async () => {
    const other = createServer();
    await listen(other, 0, '127.0.0.1', 'ANY');
    const { port } = other.address() as AddressInfo;
    const settings = loadPortalSettings({
      env: { GATEWAY_PORT: '14351', CMS_PORT: String(port), PUBLISHER_PORT: '14353' },
      envFile: '/dev/null',
    });
    await expect(checkPorts(settings)).rejects.toMatchObject({
      message: `Port ${port} is taken by another program.`,
      hint: expect.stringContaining('CMS_PORT') as string,
    });
    await close(other);
    await expect(checkPorts(settings)).resolves.toBeUndefined();
  });

  it('refuse two processes on one port', async () => {
    const settings = loadPortalSettings({
      env: { GATEWAY_PORT: '14351', CMS_PORT: '14351' },
      envFile: '/dev/null',
    });
    await expect(checkPorts(settings)).rejects.toThrow('GATEWAY_PORT and CMS_PORT are both 14351.');
  });
});
