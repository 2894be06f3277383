import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createOperatorMail,
  type OperatorMail,
  type OperatorMailOptions,
} from '../../../scripts/lib/publisher/operator-mail.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { waitFor } from '../../support/publisher.ts';

const HOUR = 3_600_000;
const FAILURE = {
  attempts: 1,
  message: 'Die Seite „Impressum“ fehlt. Bitte veröffentlichen Sie sie.',
  hint: 'See the log of the CMS.',
};

let server: MailServer;
let now: number;
let log: string[];
let opened: OperatorMail[];

beforeEach(async () => {
  server = await startMailServer();
  now = Date.parse('2026-11-24T08:05:00Z');
  log = [];
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((mail) => mail.close()));
  await server.stop();
});

const create = (changes: Partial<OperatorMailOptions> = {}) => {
  const write = (...entry: unknown[]) => log.push(entry.map(String).join(' '));
  const mail = createOperatorMail({
    smtpUrl: server.url,
    operatorEmail: 'technik@landkreis.example',
    mailFrom: 'starkeRegion <portal@starke-region.example>',
    statusUrl: 'http://localhost:4322/status',
    logFile: '/srv/portal/.data/logs/publisher.log',
    logger: { info: write, warn: write },
    now: () => now,
    ...changes,
  });
  opened.push(mail);
  return mail;
};
const fail = async (mail: OperatorMail, times: number, region = 'pm') => {
  for (let time = 0; time < times; time += 1) {
    mail.failed(region, FAILURE);
    await mail.close();
  }
};
const recover = async (mail: OperatorMail, region = 'pm') => {
  mail.recovered(region);
  await mail.close();
};
const subjects = () => server.mails.map(({ subject }) => subject);

const FAILED = '[starkeRegion] pm: Veröffentlichen schlägt fehl';
const RECOVERED = '[starkeRegion] pm: wieder veröffentlicht';

describe('mail to the operator', () => {
  it('comes once, when a region has failed three times in a row', async () => {
    const mail = create();
    await fail(mail, 2);
    expect(server.mails).toEqual([]);
    await fail(mail, 1);
    expect(subjects()).toEqual([FAILED]);
    await fail(mail, 20);
    expect(server.mails).toHaveLength(1);
  });

  it('says in German what happened, that the site stays, what to do and where to look', async () => {
    await fail(create(), 3);
    const [mail] = server.mails;
    expect(mail?.from?.text).toBe('"starkeRegion" <portal@starke-region.example>');
    expect(mail?.recipients).toEqual(['technik@landkreis.example']);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('content-type')).toMatchObject({ value: 'text/plain' });
    for (const part of [
      'die Website der Region „pm“ konnte 3-mal nacheinander nicht veröffentlicht werden',
      'zuletzt am 24. November 2026 um 09:05 Uhr',
      'Der letzte gute Stand bleibt online.',
      'Die Seite „Impressum“ fehlt. Bitte veröffentlichen Sie sie.',
      'Hinweis aus dem Protokoll (englisch): See the log of the CMS.',
      'Sie müssen nichts neu starten',
      'http://localhost:4322/status',
      '/srv/portal/.data/logs/publisher.log',
      'docs/operations.md',
    ]) {
      expect(mail?.text).toContain(part);
    }
  });

  it('comes again after a day, if the region still fails', async () => {
    const mail = create();
    await fail(mail, 3);
    now += 23 * HOUR;
    await fail(mail, 1);
    expect(server.mails).toHaveLength(1);
    now += HOUR;
    await fail(mail, 1);
    expect(subjects()).toEqual([FAILED, FAILED]);
    expect(server.mails[1]?.text).toContain('konnte 5-mal nacheinander');
  });

  it('comes once when the region has recovered, and afterwards counts from zero', async () => {
    const mail = create();
    await fail(mail, 3);
    await recover(mail);
    await recover(mail);
    expect(subjects()).toEqual([FAILED, RECOVERED]);
    expect(server.mails[1]?.text).toContain('Sie müssen nichts weiter tun.');
    await fail(mail, 2);
    await recover(mail);
    expect(server.mails).toHaveLength(2);
    await fail(mail, 3);
    expect(subjects()).toEqual([FAILED, RECOVERED, FAILED]);
  });

  it('comes at once when whoever tries has counted more attempts', () => {
    const mail = create();
    mail.failed('pm', { ...FAILURE, attempts: 7 });
    return waitFor('the mail', () => server.mails[0]?.text?.includes('7-mal') === true);
  });

  it('keeps regions apart', async () => {
    const mail = create();
    await fail(mail, 2);
    await fail(mail, 2, 'tf');
    expect(server.mails).toEqual([]);
    await fail(mail, 1, 'tf');
    await recover(mail);
    expect(subjects()).toEqual(['[starkeRegion] tf: Veröffentlichen schlägt fehl']);
  });

  it('tells of a recovery that happens while the failure is being told', async () => {
    const mail = create();
    await fail(mail, 2);
    mail.failed('pm', FAILURE);
    mail.recovered('pm');
    await waitFor('both mails', () => server.mails.length === 2);
    expect(subjects()).toEqual([FAILED, RECOVERED]);
  });

  it('comes with the next failure when the mail server was down', async () => {
    await server.stop();
    const mail = create();
    await fail(mail, 4);
    expect(log.filter((line) => line.includes('could not be told by mail'))).toHaveLength(2);
    server = await startMailServer({ port: server.port });
    await fail(mail, 2);
    expect(subjects()).toEqual([FAILED]);

    await server.stop();
    await recover(mail);
    server = await startMailServer({ port: server.port });
    await recover(mail);
    await recover(mail);
    expect(subjects()).toEqual([RECOVERED]);
  });

  it('comes with the next failure when the mailbox was refused', async () => {
    const mail = create();
    server.refuses = true;
    await fail(mail, 3);
    expect(log.join()).toContain('There is no such mailbox.');
    server.refuses = false;
    await fail(mail, 1);
    expect(subjects()).toEqual([FAILED]);
  });

  it.each([
    ['says nothing', () => undefined],
    [
      'never comes to an end',
      (socket: Socket) => {
        socket.write('220 Hello\r\n');
        socket.once('data', () => {
          const dribble = setInterval(() => socket.write('250-and so on\r\n'), 20);
          socket.on('close', () => {
            clearInterval(dribble);
          });
        });
      },
    ],
  ])('does not keep anyone waiting for a server that %s', async (_, welcome) => {
    const slow = createServer((socket) => {
      socket.on('error', () => undefined);
      welcome(socket);
    });
    await once(slow.listen(0, '127.0.0.1'), 'listening');
    const { port } = slow.address() as AddressInfo;
    const mail = create({ smtpUrl: `smtp://127.0.0.1:${port}`, timeoutMs: 300 });
    const askedAt = performance.now();
    for (let time = 0; time < 3; time += 1) mail.failed('pm', FAILURE);
    expect(performance.now() - askedAt).toBeLessThan(100);
    await mail.close();
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    expect(log.join()).toContain('could not be told by mail');
    slow.close();
  });

  it('takes what it is told as text, never as headers or commands', async () => {
    const region = 'pm\r\nBcc: thief@example.org\u0000\u2028\r\n\r\n.';
    const evil = 'Erste Zeile\r\n.\r\nMAIL FROM:<thief@example.org>\r\nBcc: thief@example.org';
    const mail = create();
    mail.failed(region, { attempts: 3, message: evil, hint: evil });
    await mail.close();
    expect(server.mails).toHaveLength(1);
    const [arrived] = server.mails;
    expect(arrived?.recipients).toEqual(['technik@landkreis.example']);
    expect(arrived?.headers.has('bcc')).toBe(false);
    expect(arrived?.subject).toBe(
      '[starkeRegion] pm Bcc: thief@example.org .: Veröffentlichen schlägt fehl',
    );
    expect(arrived?.text).toContain('  MAIL FROM:<thief@example.org>\n  Bcc: thief@example.org');
  });

  it('does not write the password into the log', async () => {
    const guarded = await startMailServer({ password: 'right-password' });
    const mail = create({ smtpUrl: `smtp://portal:wrong-password@127.0.0.1:${guarded.port}` });
    await fail(mail, 3);
    expect(log.join()).toContain('could not be told by mail');
    expect(log.join()).not.toContain('wrong-password');
    const right = create({ smtpUrl: `smtp://portal:right-password@127.0.0.1:${guarded.port}` });
    await fail(right, 3);
    expect(guarded.mails).toHaveLength(1);
    await guarded.stop();
  });

  it.each([
    ['server', { smtpUrl: null }],
    ['address', { operatorEmail: null }],
  ])('goes to the log where there is no mail %s', async (_, changes) => {
    const mail = create(changes);
    await fail(mail, 10);
    await recover(mail);
    expect(log.filter((line) => line.includes(FAILED))).toHaveLength(1);
    expect(log.filter((line) => line.includes(RECOVERED))).toHaveLength(1);
    expect(server.mails).toEqual([]);
  });
});
