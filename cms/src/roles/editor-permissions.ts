import { type Core, type Struct, type UID } from '@strapi/strapi';
import {
  CATEGORY_UID,
  LISTING_UID,
  MUNICIPALITY_UID,
  ORGANISATION_UID,
  PAGE_UID,
  REGION_UID,
  STORY_UID,
} from '../domain/content-types';

/** One permission as Strapi's role service takes it. */
export interface RolePermission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

const EXPLORER = 'plugin::content-manager.explorer';
const IN_MY_REGIONS = 'api::in-my-regions';

/** What the CMS fills in itself; editors see it and cannot change it. */
const MADE_BY_THE_CMS = ['slug', 'firstPublishedOn'];

const DRAFTED = [ORGANISATION_UID, LISTING_UID, STORY_UID, PAGE_UID];

/**
 * Everything that the editors of a region may do: all content of their regions, the look of the
 * region itself, their own pictures, and reading the categories. No settings and no cloning.
 *
 * @param strapi - The CMS with its content types.
 */
export function editorPermissions(strapi: Core.Strapi): RolePermission[] {
  const explorer = (action: string, uid: string, fields?: string[]): RolePermission => ({
    action: `${EXPLORER}.${action}`,
    subject: uid,
    properties: fields === undefined ? {} : { fields },
    conditions: uid === CATEGORY_UID ? [] : [IN_MY_REGIONS],
  });
  const media = (action: string, conditions: string[]): RolePermission => ({
    action: `plugin::upload.${action}`,
    subject: null,
    properties: {},
    conditions,
  });
  const fieldsOf = (uid: string, except: string[] = []) =>
    fieldPaths(strapi, strapi.contentTypes[uid as UID.ContentType]).filter(
      (field) => !except.includes(field.split('.')[0] ?? ''),
    );

  return [
    ...[...DRAFTED, MUNICIPALITY_UID].flatMap((uid) => [
      // The form asks for this right to show the read-only fields; what they bring is ignored.
      explorer('create', uid, fieldsOf(uid)),
      explorer('read', uid, fieldsOf(uid)),
      explorer('update', uid, fieldsOf(uid, MADE_BY_THE_CMS)),
      explorer('delete', uid),
    ]),
    ...DRAFTED.map((uid) => explorer('publish', uid)),
    explorer('read', CATEGORY_UID, fieldsOf(CATEGORY_UID)),
    explorer('read', REGION_UID, fieldsOf(REGION_UID, ['editors', 'neighbours'])),
    explorer('update', REGION_UID, fieldsOf(REGION_UID, ['slug', 'editors', 'neighbours'])),
    media('read', [IN_MY_REGIONS]),
    media('assets.create', []),
    media('assets.update', [IN_MY_REGIONS]),
    media('assets.download', [IN_MY_REGIONS]),
  ];
}

/** Attributes with the fields of their components, as permissions name them: `price.amount`. */
function fieldPaths(strapi: Core.Strapi, schema: Struct.Schema, prefix = ''): string[] {
  return Object.entries(schema.attributes).flatMap(([name, attribute]) => {
    if (TECHNICAL_FIELDS.has(name)) return [];
    if (attribute.type !== 'component') return [`${prefix}${name}`];
    return fieldPaths(strapi, strapi.components[attribute.component], `${prefix}${name}.`);
  });
}

const TECHNICAL_FIELDS = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);
