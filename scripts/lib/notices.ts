import type { IncomingMessage, ServerResponse } from 'node:http';

/** Address of the one stylesheet that the gateway's own pages use; every host has it. */
export const NOTICE_STYLE_PATH = '/_portal/hinweis.css';

/** Style of the gateway's own pages. */
export const NOTICE_STYLE = `:root { color-scheme: light dark; }
body { max-width: 38rem; margin: 15vh auto 2rem; padding: 0 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; }
h1 { margin: 0 0 0.75rem; font-size: 1.75rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
`;

/** A short page of the gateway itself, for the rare case that no site can answer. */
export interface Notice {
  status: number;
  name: string;
  title: string;
  text: string;
  /** After how many seconds it is worth trying again. */
  retryAfterSeconds?: number;
}

export const UNKNOWN_HOST: Notice = {
  status: 404,
  name: 'NotFound',
  title: 'Diese Adresse gibt es hier nicht',
  text: 'Unter dieser Adresse ist keine Region zu finden. Bitte prüfen Sie die Schreibweise.',
};

export const PREPARING: Notice = {
  status: 503,
  name: 'ServiceUnavailable',
  title: 'Die Region wird gerade eingerichtet',
  text: 'In wenigen Augenblicken ist die Seite da. Bitte laden Sie sie dann neu.',
  retryAfterSeconds: 15,
};

export const NOT_FOUND: Notice = {
  status: 404,
  name: 'NotFound',
  title: 'Seite nicht gefunden',
  text: 'Diese Seite gibt es nicht oder nicht mehr.',
};

export const BAD_REQUEST: Notice = {
  status: 400,
  name: 'BadRequest',
  title: 'Diese Anfrage ist unverständlich',
  text: 'Die Adresse enthält ungültige Zeichen. Bitte prüfen Sie die Schreibweise.',
};

export const METHOD_NOT_ALLOWED: Notice = {
  status: 405,
  name: 'MethodNotAllowed',
  title: 'Das geht hier nicht',
  text: 'Diese Seite lässt sich nur ansehen.',
};

export const BODY_TOO_LARGE: Notice = {
  status: 413,
  name: 'PayloadTooLarge',
  title: 'Das ist zu viel auf einmal',
  text: 'Ihre Angaben mit allen Bildern dürfen zusammen höchstens 10 MB groß sein. Bitte verkleinern Sie die Bilder und senden Sie noch einmal.',
};

export const CMS_DOWN: Notice = {
  status: 503,
  name: 'ServiceUnavailable',
  title: 'Das Formular ist gerade nicht erreichbar',
  text: 'Ihre Angaben wurden nicht gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal. Alle anderen Seiten funktionieren.',
  retryAfterSeconds: 60,
};

export const PREVIEW_DOWN: Notice = {
  status: 503,
  name: 'ServiceUnavailable',
  title: 'Die Vorschau ist gerade nicht erreichbar',
  text: 'Bitte öffnen Sie sie in einigen Augenblicken noch einmal aus dem Redaktionssystem.',
  retryAfterSeconds: 15,
};

export const PREVIEW_EXPIRED: Notice = {
  status: 403,
  name: 'Forbidden',
  title: 'Dieser Vorschau-Link gilt nicht mehr',
  text: 'Vorschau-Links gelten eine Viertelstunde. Bitte öffnen Sie die Vorschau im Redaktionssystem noch einmal.',
};

export const PREVIEW_GONE: Notice = {
  status: 404,
  name: 'NotFound',
  title: 'Diesen Entwurf gibt es nicht mehr',
  text: 'Der Eintrag wurde gelöscht, oder er gehört zu einer anderen Region.',
};

export const INTERNAL_ERROR: Notice = {
  status: 500,
  name: 'InternalServerError',
  title: 'Hier ist etwas schiefgegangen',
  text: 'Bitte versuchen Sie es in einigen Minuten noch einmal.',
};

/** Answers with a notice: JSON for programs, a page for people. */
export function sendNotice(
  request: IncomingMessage,
  response: ServerResponse,
  notice: Notice,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const wantsPage = (request.headers.accept ?? '*/*').includes('html') || !isApi(request);
  const body = wantsPage ? toPage(notice) : toJson(notice);
  response.statusCode = notice.status;
  if (notice.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', notice.retryAfterSeconds);
  }
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader(
    'Content-Type',
    wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
  );
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

function isApi(request: IncomingMessage): boolean {
  return request.url?.startsWith('/api/') ?? false;
}

function toJson({ status, name, text }: Notice): string {
  return `${JSON.stringify({ error: { status, name, message: text } })}\n`;
}

function toPage({ title, text }: Notice): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${NOTICE_STYLE_PATH}">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
