import { mailtoHref } from '../../lib/mailto.ts';
import { TEXTS } from './texts.ts';

interface Props {
  /** Of the editorial office. */
  email: string;
  /** What is sought, in words. */
  wish: string;
}

/**
 * How somebody hears of what is found only later: by a word to the editorial office. Alerts that the
 * portal sends by itself belong here.
 */
export function SearchAlert({ email, wish }: Props) {
  const { subject, body } = TEXTS.alertLetter(wish, location.href);
  return (
    <p>
      {TEXTS.zeroAlert} <a href={mailtoHref(email, { subject, body })}>{TEXTS.zeroAlertLink}</a>
    </p>
  );
}
