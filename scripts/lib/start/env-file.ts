import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';
import { SECRET_NAMES } from '../config.ts';

/**
 * Adds the secrets that are missing to `.env`. Lines that are there are never touched, and secrets
 * that the environment brings are not written.
 *
 * @param envFile - The file; it is made, readable by its owner alone, when it does not exist.
 * @param environment - What the environment and the file say so far.
 * @returns Names of the secrets that were written.
 */
export function writeMissingSecrets(
  envFile: string,
  environment: Readonly<Record<string, string>>,
): string[] {
  const missing = SECRET_NAMES.filter((name) => environment[name] === undefined);
  if (missing.length === 0) return [];
  const isNew = !existsSync(envFile);
  const old = isNew ? '' : readFileSync(envFile, 'utf8');
  const lines = [
    ...(isNew
      ? [
          '# Settings of this installation; .env.example describes all of them. Keep this file secret.',
          '# Fills an empty portal with three demo regions; set it to false for a portal of your own.',
          'DEMO_CONTENT=true',
        ]
      : []),
    ...missing.map((name) => `${name}=${makeSecret(name)}`),
  ];
  const separator = old === '' || old.endsWith('\n') ? '' : '\n';
  appendFileSync(envFile, `${separator}${lines.join('\n')}\n`, { mode: 0o600 });
  chmodSync(envFile, 0o600);
  return missing;
}

function makeSecret(name: (typeof SECRET_NAMES)[number]): string {
  const random = () => randomBytes(32).toString('base64');
  if (name === 'APP_KEYS') return [random(), random()].join(',');
  if (name === 'HINT_SECRET') return `whsec_${random()}`;
  return random();
}
