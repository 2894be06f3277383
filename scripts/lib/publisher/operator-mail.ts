import { createTransport } from 'nodemailer';
import { describeError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import {
  failureMail,
  recoveryMail,
  type Failure,
  type MailText,
  type Places,
} from './operator-mail-texts.ts';

const FAILURES_BEFORE_MAIL = 3;
const SILENCE_MS = 24 * 3_600_000;
const TIMEOUT_MS = 10_000;

/** Tells the operator when a region cannot be published, and when it can be again. */
export interface OperatorMail {
  /** An attempt has failed. Returns at once and never fails; call it after each one. */
  failed(region: string, failure: Failure): void;
  /** A region is up to date. Returns at once and never fails; call it after each success. */
  recovered(region: string): void;
  /** Waits until no mail is under way any more. */
  close(): Promise<void>;
}

/** Who is told, and how. */
export interface OperatorMailOptions extends Places {
  /** `smtp://` or `smtps://`; without it, or without an address, the log is told instead. */
  smtpUrl: string | null;
  operatorEmail: string | null;
  /** Sender, with or without a name. */
  mailFrom: string;
  logger: Pick<Logger, 'info' | 'warn'>;
  /** This moment, in milliseconds since 1970. */
  now?: () => number;
  /** Time for the delivery of one mail to the server. */
  timeoutMs?: number;
}

interface RegionState {
  /** Failures in a row. */
  failures: number;
  /** When the operator was told of them. */
  toldAt: number | null;
  sending: Promise<void> | null;
}

/**
 * Makes the mails to the operator: one when a region has failed three times in a row, none for 24
 * hours after that, and one when it has recovered. A mail that cannot be delivered is tried again
 * with the next failure or success.
 */
export function createOperatorMail(options: OperatorMailOptions): OperatorMail {
  const { logger, now = Date.now } = options;
  const deliver = createDelivery(options);
  const regions = new Map<string, RegionState>();

  const deliverNow = async (region: string, state: RegionState, mail: MailText) => {
    try {
      await deliver(mail);
      return true;
    } catch (error) {
      logger.warn({ region }, `the operator could not be told by mail: ${describeError(error)}`);
      return false;
    } finally {
      state.sending = null;
    }
  };
  const send = (region: string, state: RegionState, mail: MailText, onSent: () => void): void => {
    state.sending = deliverNow(region, state, mail).then((wasSent) => {
      if (!wasSent) return;
      onSent();
      // It may have recovered while the operator was being told that it had failed.
      tellRecovery(region, state);
    });
  };
  const tellRecovery = (region: string, state: RegionState): void => {
    if (state.failures > 0 || state.sending !== null) return;
    if (state.toldAt === null) {
      regions.delete(region);
      return;
    }
    send(region, state, recoveryMail(region, options, new Date(now())), () => {
      state.toldAt = null;
    });
  };

  return {
    failed(region, failure) {
      const state = regions.get(region) ?? { failures: 0, toldAt: null, sending: null };
      regions.set(region, state);
      state.failures = Math.max(state.failures + 1, failure.attempts);
      const wasTold = state.toldAt !== null && now() - state.toldAt < SILENCE_MS;
      if (state.failures < FAILURES_BEFORE_MAIL || wasTold || state.sending !== null) return;
      const told = { ...failure, attempts: state.failures };
      send(region, state, failureMail(region, told, options, new Date(now())), () => {
        state.toldAt = now();
      });
    },
    recovered(region) {
      const state = regions.get(region);
      if (state === undefined) return;
      state.failures = 0;
      tellRecovery(region, state);
    },
    async close() {
      for (const { sending } of [...regions.values()]) await sending;
    },
  };
}

function createDelivery(options: OperatorMailOptions): (mail: MailText) => Promise<void> {
  const { smtpUrl, operatorEmail, mailFrom, logger, timeoutMs = TIMEOUT_MS } = options;
  if (smtpUrl === null || operatorEmail === null) {
    if (operatorEmail !== null) logger.warn('OPERATOR_EMAIL has no effect without SMTP_URL');
    return ({ subject }) => {
      logger.warn(subject);
      return Promise.resolve();
    };
  }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  return async ({ subject, text }) => {
    await transport.sendMail({
      from: mailFrom,
      to: operatorEmail,
      subject,
      text,
      // So that no holiday notice answers a machine.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(timeoutMs),
    });
    logger.info(`told the operator by mail: ${subject}`);
  };
}
