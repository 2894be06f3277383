import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that has arrived, with the addresses that the server was told. */
export interface ArrivedMail extends ParsedMail {
  recipients: string[];
}

/** A mail server in this process, which keeps what it gets. */
export interface MailServer {
  url: string;
  port: number;
  mails: ArrivedMail[];
  /** Refuses every recipient while true. */
  refuses: boolean;
  stop: () => Promise<void>;
}

/** Starts a mail server. `port` 0 takes a free one; `password` demands a login as `portal`. */
export async function startMailServer({ port = 0, password = '' } = {}): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: password === '',
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (auth, _session, callback) => {
      if (auth.password === password) callback(null, { user: 'portal' });
      else callback(new Error('Wrong password.'));
    },
    onRcptTo: (_address, _session, callback) => {
      callback(mailServer.refuses ? new Error('There is no such mailbox.') : null);
    },
    onData: (stream, session, callback) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then((mail) => {
        mailServer.mails.push({ ...mail, recipients });
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.server.address() as AddressInfo).port;
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    mails: [],
    refuses: false,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
  return mailServer;
}
