import path from 'node:path';
import { z } from 'zod';
import { SlugSchema } from '../contract/index.ts';

const OriginSchema = z
  .string()
  .refine(
    (text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'must be an origin such as http://pm.localhost:4321, without trailing slash',
  );
const PathSchema = z
  .string()
  .min(1)
  .transform((text) => path.resolve(text));

const SettingsSchema = z.object({
  REGION: SlugSchema,
  MEDIA_DIR: PathSchema,
  SITE_ORIGIN: OriginSchema,
  UMBRELLA_ORIGIN: OriginSchema,
  SITE_CACHE_DIR: PathSchema,
});

/** The variables of a renderer, checked; docs/architecture.md says what each means. */
export type Settings = z.infer<typeof SettingsSchema>;

/** A renderer that was started with missing or wrong variables. */
class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the variables of a renderer.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = SettingsSchema.safeParse(env);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return env[name] === undefined
      ? `${name} is missing`
      : `${name}=${env[name]}: ${issue.message}`;
  });
  throw new SettingsError(
    `The site cannot be rendered: ${problems.join('; ')}. ` +
      'Set the variables that docs/architecture.md lists, or run `npm run build:region`.',
    { cause: parsed.error },
  );
}
