/** A letter that a mail program opens; line feeds in the body are kept. */
interface Letter {
  subject: string;
  body?: string;
}

/** A mail address as a link that opens a prepared letter; an empty address leaves it to the reader. */
export function mailtoHref(address: string, letter: Letter): string {
  const parts = [`subject=${encodeURIComponent(letter.subject)}`];
  if (letter.body !== undefined) {
    parts.push(`body=${encodeURIComponent(letter.body.replaceAll('\n', '\r\n'))}`);
  }
  return `mailto:${address}?${parts.join('&')}`;
}
