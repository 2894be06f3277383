import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandSchema, type Command, type RegionReport } from '@portal/site/contract';
import { Webhook } from 'standardwebhooks';

/** A stand-in for the publisher: takes hints, and answers commands as a test wants it. */
export interface PublisherStandIn {
  url: string;
  /** Key that the CMS signs with, `whsec_…`; a command with another signature is answered 401. */
  hintSecret: string;
  /** Commands whose signature was right, in their order. */
  commands: Command[];
  /** Answer to the next commands: a report, or why not. */
  answer: RegionReport | { error: string };
  /** Whether `/health` says that all is well. */
  isHealthy: boolean;
  stop: () => Promise<void>;
}

/**
 * Starts a publisher that publishes nothing.
 *
 * @param port - 0 for any free one.
 */
export async function startPublisherStandIn(port = 0): Promise<PublisherStandIn> {
  const server = createServer((request, response) => {
    void take(standIn, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const standIn: PublisherStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hintSecret: '',
    commands: [],
    answer: { error: 'Nichts zu tun.' },
    isHealthy: true,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return standIn;
}

async function take(
  standIn: PublisherStandIn,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const json = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  switch (request.url) {
    case '/health':
      json(standIn.isHealthy ? 200 : 503, {});
      return;
    case '/hint':
      json(202, { accepted: true });
      return;
    case '/commands':
      try {
        const headers = request.headers as Record<string, string>;
        const message = new Webhook(standIn.hintSecret).verify(body, headers);
        standIn.commands.push(CommandSchema.parse(message));
      } catch {
        json(401, { error: 'The command is not signed by the CMS.' });
        return;
      }
      json('error' in standIn.answer ? 409 : 200, standIn.answer);
      return;
    default:
      json(404, { error: 'There is no such route.' });
  }
}
