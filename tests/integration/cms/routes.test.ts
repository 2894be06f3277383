import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCms, type CmsRoute, type RunningCms } from '../../support/cms.ts';

let cms: RunningCms;
beforeAll(async () => {
  cms = await startCms();
});
afterAll(() => cms?.stop());

/** Routes of the content API; everything else is the admin panel. */
const isContentApi = ({ path }: CmsRoute) => path.startsWith('/api/');

it('every route of the content API is closed to strangers, whatever they send', async () => {
  const routes = (await cms.routes()).filter(isContentApi);
  expect(routes.some(({ path }) => path.startsWith('/api/feed/'))).toBe(true);
  for (const { methods, path } of routes) {
    for (const method of methods.filter((name) => name !== 'HEAD')) {
      const route = path.replace(/:[a-z]+/gi, '1').replace('(.*)', 'x');
      const body = method === 'GET' || method === 'DELETE' ? undefined : { data: {} };
      const answer = await cms.anonymous.call(method, route, body);
      expect([401, 403, 404], `${method} ${route}: ${answer.text}`).toContain(answer.status);
    }
  }
});

it.each([
  '/api/listings',
  '/api/organisations?populate=*',
  '/api/regions',
  '/api/pages?status=draft',
  '/api/success-stories',
  '/api/region-states',
  '/api/changes',
  '/api/upload/files',
])('there is no public %s', async (route) => {
  expect([401, 403, 404]).toContain((await cms.anonymous.call('GET', route)).status);
});

it('the routes of the admin panel want a login', async () => {
  const routes = (await cms.routes()).filter(({ path }) =>
    /^\/(?:content-manager|upload|content-type-builder|publishing)\//.test(path),
  );
  expect(routes.length).toBeGreaterThan(50);
  const open: string[] = [];
  for (const { methods, path } of routes) {
    for (const method of methods.filter((name) => name !== 'HEAD')) {
      const route = path.replace(/:[a-z]+/gi, '1');
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const answer = await cms.anonymous.call(method, route, body);
      if (answer.status < 400) open.push(`${method} ${path}`);
    }
  }
  // A script without any data, for the preview in a frame.
  expect(open).toEqual(['GET /content-manager/preview/script']);
});
