import { createRequire } from 'node:module';

/**
 * Runs the CMS in a process of its own, for tests: `node cms-process.ts APP_DIR DIST_DIR`. Tells its
 * parent the port once it answers, and its routes when asked.
 */
const [appDir = '', distDir = ''] = process.argv.slice(2);

interface Strapi {
  start(): Promise<unknown>;
  server: {
    httpServer: { address(): { port: number } };
    listRoutes(): { methods: string[]; path: string }[];
  };
}

// The CommonJS build: the other one imports parts of lodash by names that Node does not resolve.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as {
  createStrapi: (options: { appDir: string; distDir: string }) => Strapi;
};

const strapi = createStrapi({ appDir, distDir });
await strapi.start();
process.on('message', (message) => {
  if (message !== 'routes') return;
  const routes = strapi.server.listRoutes().map(({ methods, path }) => ({ methods, path }));
  process.send?.({ routes });
});
// A test that dies must not leave its CMS behind.
process.on('disconnect', () => process.exit(0));
process.send?.({ port: strapi.server.httpServer.address().port });
