import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { siteOriginOf, type PortalSettings } from '../config.ts';

const LoginsSchema = z.array(
  z.object({
    email: z.string(),
    password: z.string(),
    role: z.string(),
    region: z.string().nullable(),
  }),
);

/**
 * The table that ends a start: where everything is, and how to sign in to the demo, if the demo
 * content has left its file of logins behind.
 */
export function startSummary(
  settings: PortalSettings,
  regions: readonly string[],
  demoLoginsFile: string,
): string {
  const rows: [string, string][] = [
    ['All regions', `${settings.umbrellaOrigin}/`],
    ...regions.map((region): [string, string] => [
      `Region ${region}`,
      `${siteOriginOf(region, settings.umbrellaOrigin)}/`,
    ]),
    ['CMS', `http://localhost:${settings.CMS_PORT}/admin`],
    ['Publisher', `http://localhost:${settings.PUBLISHER_PORT}/status`],
    ...(settings.searchServer === null
      ? []
      : [['Search server', settings.searchServer] satisfies [string, string]]),
    ['Data', settings.DATA_DIR],
  ];
  const logins = readLogins(demoLoginsFile).map(
    ({ email, password, role, region }): [string, string] => [
      region === null ? role : `${role} of ${region}`,
      `${email}  ${password}`,
    ],
  );
  const width = Math.max(...[...rows, ...logins].map(([label]) => label.length));
  const format = (pairs: [string, string][]) =>
    pairs.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
  return [
    '',
    ...format(rows),
    ...(logins.length === 0 ? [] : ['', '  Demo logins of the CMS', ...format(logins)]),
    '',
  ].join('\n');
}

function readLogins(file: string): z.infer<typeof LoginsSchema> {
  if (!existsSync(file)) return [];
  return LoginsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
