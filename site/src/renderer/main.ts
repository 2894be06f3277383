import path from 'node:path';
import { createApp } from 'astro/app/entrypoint';
import { readSettings } from '../content/settings.ts';
import { answerRequests } from './answer-requests.ts';
import { takeFailure } from './failure.ts';
import { FileWriter } from './file-writer.ts';
import { SiteRenderer, type RenderPath } from './site-renderer.ts';

const settings = readSettings(process.env);
const app = createApp({ streaming: false });

const renderPath: RenderPath = async (path) => {
  const response = await app.render(new Request(settings.SITE_ORIGIN + path));
  const body = Buffer.from(await response.arrayBuffer());
  const failure = takeFailure();
  if (failure !== null) throw toError(failure);
  const contentType = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType, body };
};

function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}

const program = process.argv[1] ?? '';
const writer = new FileWriter(program);
const clientDir = path.join(path.dirname(program), '../client');
answerRequests(new SiteRenderer(settings, { renderPath, writer, clientDir }));
