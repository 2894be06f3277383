import { type Core } from '@strapi/strapi';
import { previewUrl } from '../src/live-state/preview';
import { settings } from '../src/settings';

const HOUR_S = 3600;

const admin: Core.Config.Admin = {
  auth: {
    secret: settings.adminJwtSecret,
    cookie: { secure: settings.publicUrl.startsWith('https:') },
    sessions: {
      accessTokenLifespan: HOUR_S / 2,
      idleSessionLifespan: 2 * HOUR_S,
      maxSessionLifespan: 24 * HOUR_S,
      idleRefreshTokenLifespan: 14 * 24 * HOUR_S,
      maxRefreshTokenLifespan: 30 * 24 * HOUR_S,
    },
  },
  apiToken: { salt: settings.apiTokenSalt },
  transfer: { token: { salt: settings.transferTokenSalt } },
  secrets: { encryptionKey: settings.encryptionKey },
  flags: { nps: false, promoteEE: false },
  ai: { enabled: false },
  preview: {
    enabled: true,
    config: { handler: (uid, request) => previewUrl(strapi, uid, request) },
  },
};

export default admin;
