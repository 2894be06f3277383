import { randomUUID } from 'node:crypto';
import { RegionReportSchema, type Command, type RegionReport } from '@portal/site/contract';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { PublisherSettings } from '../config.ts';
import { PortalError } from '../errors.ts';

const TIMEOUT_MS = 1_800_000;
const RefusedSchema = z.object({ error: z.string() });

/**
 * Has the running publisher carry out a command, signed as the CMS signs its own.
 *
 * @returns The region afterwards.
 * @throws PortalError if the publisher does not run or refuses.
 */
export async function sendCommand(
  settings: Pick<PublisherSettings, 'PUBLISHER_PORT' | 'HINT_SECRET'>,
  command: {
    [T in Command['type']]: Omit<Extract<Command, { type: T }>, 'timestamp'>;
  }[Command['type']],
): Promise<RegionReport> {
  const now = new Date();
  const id = `msg_${randomUUID()}`;
  const body = JSON.stringify({ ...command, timestamp: now.toISOString() });
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${settings.PUBLISHER_PORT}/commands`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(settings.HINT_SECRET).sign(id, now, body),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new PortalError('The publisher does not answer', {
      hint: 'Start the portal with npm start, then try again.',
      cause,
    });
  }
  const answer: unknown = await response.json();
  if (response.ok) return RegionReportSchema.parse(answer);
  const refused = RefusedSchema.safeParse(answer);
  throw new PortalError(
    `The publisher refused: ${refused.success ? refused.data.error : response.status}`,
    { hint: 'Nothing was removed.' },
  );
}
