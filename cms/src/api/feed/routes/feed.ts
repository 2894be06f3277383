/** The feed has its own token, which each handler checks; Strapi's own tokens do not open it. */
const open = { auth: false } as const;

export default {
  routes: [
    { method: 'GET', path: '/feed/v1/regions', handler: 'feed.regions', config: open },
    { method: 'GET', path: '/feed/v1/media/:file', handler: 'feed.media', config: open },
    { method: 'GET', path: '/feed/v1/:region/snapshot', handler: 'feed.snapshot', config: open },
    { method: 'GET', path: '/feed/v1/:region/delta', handler: 'feed.delta', config: open },
    {
      method: 'GET',
      path: '/feed/v1/:region/draft/:type/:documentId',
      handler: 'feed.draft',
      config: open,
    },
    { method: 'GET', path: '/feed/v1/:region/changes', handler: 'feed.changes', config: open },
    { method: 'POST', path: '/feed/v1/:region/report', handler: 'feed.report', config: open },
  ],
};
