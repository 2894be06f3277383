import type { IncomingMessage, ServerResponse } from 'node:http';
import { createProxyServer } from 'httpxy';
import type { Logger } from '../logger.ts';
import { PREVIEW_DOWN, sendNotice } from '../notices.ts';

const TIMEOUT_MS = 20_000;

/** Hosts of drafts: `vorschau-pm.localhost` shows those of `pm.localhost`. */
export const PREVIEW_HOST_PREFIX = 'vorschau-';

/** Makes the way from the hosts of drafts to the publisher, which renders them. */
export function createPreviewProxy(publisherUrl: string, logger: Logger) {
  const proxy = createProxyServer({ target: publisherUrl, proxyTimeout: TIMEOUT_MS });
  proxy.on('error', (error, request, response) => {
    logger.warn({ err: error }, 'the publisher did not answer a preview');
    if (request !== undefined && response !== undefined && 'setHeader' in response) {
      sendNotice(request, response, PREVIEW_DOWN);
    } else {
      response?.destroy();
    }
  });
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    region: string,
  ): Promise<void> => {
    // Who may show a draft in a frame is said by the policy that comes with it.
    response.removeHeader('X-Frame-Options');
    request.url = `/preview/${encodeURIComponent(region)}${request.url ?? '/'}`;
    await proxy.web(request, response);
  };
}
