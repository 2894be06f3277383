import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { enumerationLabel } from './enumeration-labels';

const SOURCES = path.join(__dirname, '..');
/** Only the publisher's own records; nobody sees them in a form. */
const HIDDEN = ['change'];

const enumerations = globSync(['api/*/content-types/*/schema.json', 'components/*/*.json'], {
  cwd: SOURCES,
}).flatMap((file) => {
  if (HIDDEN.some((name) => file.includes(`/${name}/`))) return [];
  const { attributes } = JSON.parse(readFileSync(path.join(SOURCES, file), 'utf8')) as {
    attributes: Record<string, { enum?: string[] }>;
  };
  return Object.entries(attributes).flatMap(([field, attribute]) =>
    (attribute.enum ?? []).map((value) => [field, value] as const),
  );
});

describe('labels of enumerations', () => {
  it('exist for the forms of the CMS', () => {
    expect(enumerations.length).toBeGreaterThan(60);
  });

  it.each(enumerations)('has a German word for %s %s', (field, value) => {
    expect(enumerationLabel(field, value)).not.toBe(value);
  });

  it('follows the path into a component', () => {
    expect(enumerationLabel('price.unit', 'share')).toBe('je Anteil');
    expect(enumerationLabel('mode', 'share')).toBe('Gemeinsam nutzen');
  });
});
