import { type Core } from '@strapi/strapi';
import { MAX_UPLOAD_BYTES } from '../src/media/upload-limits';
import { settings } from '../src/settings';

/** Where drafts are shown; regions come and go while the CMS runs, so any subdomain may be framed. */
const previewOrigins = settings.umbrellaOrigin.replace('://', '://*.');

/**
 * Nothing in the admin panel comes from another host, but for the preview of drafts in its frame:
 * no analytics, marketplace or remote images.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'base-uri': ["'none'"],
    'connect-src': ["'self'"],
    'font-src': ["'self'", 'data:'],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
    'frame-src': [previewOrigins],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
  },
};

const middlewares: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'global::upload-headers',
  { name: 'strapi::security', config: { contentSecurityPolicy } },
  {
    name: 'strapi::cors',
    config: { origin: [settings.publicUrl], methods: ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'] },
  },
  { name: 'strapi::query', config: { arrayLimit: 100, depth: 20 } },
  'global::upload-refusal',
  {
    name: 'strapi::body',
    config: { jsonLimit: '2mb', formLimit: '100kb', formidable: { maxFileSize: MAX_UPLOAD_BYTES } },
  },
  'global::upload-cleanup',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'src/admin/favicon.png' } },
  'strapi::public',
];

export default middlewares;
