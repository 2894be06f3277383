import { type Core } from '@strapi/strapi';

/** Keeps an uploaded file from acting as a page of the admin's origin, whatever it contains. */
const uploadHeaders: Core.MiddlewareFactory = () => async (context, next) => {
  await next();
  if (!context.path.startsWith('/uploads/')) return;
  context.set('Content-Security-Policy', "default-src 'none'; sandbox");
  context.set('X-Content-Type-Options', 'nosniff');
};

export default uploadHeaders;
