import { type Core } from '@strapi/strapi';
import { settings } from '../src/settings';

const server: Core.Config.Server = {
  host: settings.host,
  port: settings.port,
  url: settings.publicUrl,
  app: { keys: settings.appKeys },
  dirs: { public: settings.publicDir },
  // Publishing has its own log and signed hint; Strapi's webhooks are unsigned and sent once.
  webhooks: { populateRelations: false },
  transfer: { remote: { enabled: false } },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
};

export default server;
