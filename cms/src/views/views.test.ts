import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPONENT_VIEWS, TYPE_VIEWS } from './all-views';

const SOURCES = path.join(__dirname, '..');

function attributesOf(uid: string): string[] {
  const name = uid.split('.').at(-1) ?? '';
  const file = uid.startsWith('api::')
    ? `api/${name}/content-types/${name}/schema.json`
    : `components/${uid.replace('.', '/')}.json`;
  const schema = JSON.parse(readFileSync(path.join(SOURCES, file), 'utf8')) as {
    attributes: object;
  };
  return Object.keys(schema.attributes);
}

describe.each([...TYPE_VIEWS, ...COMPONENT_VIEWS].map((view) => [view.uid, view] as const))(
  'the form of %s',
  (uid, view) => {
    const placed = view.groups.flat(2).map(([name]) => name);

    it('places every field once and labels it', () => {
      expect([...placed].sort()).toEqual(attributesOf(uid).sort());
      expect(Object.keys(view.fields).sort()).toEqual(attributesOf(uid).sort());
    });

    it('fills no row beyond its twelve columns', () => {
      for (const row of view.groups.flat()) {
        expect(row.reduce((sum, [, width]) => sum + width, 0)).toBeLessThanOrEqual(12);
      }
    });
  },
);
