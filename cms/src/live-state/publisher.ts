import { type Core } from '@strapi/strapi';
import { postSigned, type SignedMessage } from '../publishing/signed-post';
import { settings } from '../settings';

const HEALTH_TIMEOUT_MS = 1000;
const COMMAND_TIMEOUT_MS = 15_000;

/** Every open form asks every few seconds; the publisher need not hear of each of them. */
const HEALTH_MEMORY_MS = 2000;

let lastHealth: { askedAt: number; answer: Promise<boolean> } | null = null;

/** What came of a command: the publisher's new report, or why not, in German. */
export type CommandOutcome =
  { isDone: true; report: unknown } | { isDone: false; status: 409 | 502; message: string };

/** Whether the publisher answers at all; asked at most every two seconds. */
export function isPublisherReachable(): Promise<boolean> {
  const now = Date.now();
  if (lastHealth === null || now - lastHealth.askedAt > HEALTH_MEMORY_MS) {
    lastHealth = { askedAt: now, answer: askHealth() };
  }
  return lastHealth.answer;
}

async function askHealth(): Promise<boolean> {
  try {
    const answer = await fetch(`${settings.publisherUrl}/health`, {
      redirect: 'error',
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Has the publisher do something now, and waits for it.
 *
 * @param strapi - The running CMS, for its log.
 * @param command - One of the commands of the contract.
 */
export async function sendCommand(
  strapi: Core.Strapi,
  command: SignedMessage,
): Promise<CommandOutcome> {
  try {
    const answer = await postSigned('/commands', command, COMMAND_TIMEOUT_MS);
    const body = (await answer.json()) as { error?: unknown };
    if (answer.ok) return { isDone: true, report: body };
    if (answer.status === 409 && typeof body.error === 'string') {
      return { isDone: false, status: 409, message: body.error };
    }
    strapi.log.error(`The publisher answered “${command.type}” with ${answer.status}.`);
  } catch (error) {
    strapi.log.error(`The publisher did not take “${command.type}”: ${String(error)}`);
  }
  return {
    isDone: false,
    status: 502,
    message:
      'Der Veröffentlichungsdienst hat nicht geantwortet. Bitte versuchen Sie es in einigen Minuten ' +
      'noch einmal, oder wenden Sie sich an die Verwaltung des Portals.',
  };
}
