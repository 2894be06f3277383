import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ALLOWED_IN_WORDS } from '../media/upload-limits';

const PAYLOAD_TOO_LARGE = 413;

/** Says in the editors' language what is wrong with a file that is too large to be taken in. */
const uploadRefusal: Core.MiddlewareFactory = () => async (context, next) => {
  await next();
  if (context.status !== PAYLOAD_TOO_LARGE || !context.path.startsWith('/upload')) return;
  throw new errors.PayloadTooLargeError(
    `Die Datei ist zu groß. ${ALLOWED_IN_WORDS} Bitte verkleinern Sie das Bild und laden Sie es noch einmal hoch.`,
  );
};

export default uploadRefusal;
