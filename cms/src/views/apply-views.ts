import { type Core, type Struct, type UID } from '@strapi/strapi';
import { createHash } from 'node:crypto';
import { COMPONENT_VIEWS, TYPE_VIEWS } from './all-views';
import { type TypeView, type View } from './view';

/** What Strapi's content manager keeps about a type. Only what the portal sets is named. */
interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

interface ConfigurationService {
  findConfiguration(model: { uid: string }): Promise<Configuration>;
  updateConfiguration(model: { uid: string }, configuration: Configuration): Promise<unknown>;
}

/** Labels of what every entry has. */
const COMMON_LABELS: Readonly<Record<string, string>> = {
  id: 'Nummer',
  documentId: 'Kennung',
  createdAt: 'Angelegt',
  updatedAt: 'Geändert',
  createdBy: 'Angelegt von',
  updatedBy: 'Geändert von',
};

const PAGE_SIZE = 50;

/** Field that stands for an entry where another one points to it; Strapi would take the slug. */
const MAIN_FIELDS = new Map<string, string>([
  ...TYPE_VIEWS.map(({ uid, mainField }) => [uid, mainField] as const),
  ['admin::user', 'email'],
]);

/**
 * Gives the admin panel German labels, help below the fields and forms in a sensible order. It does
 * so once for every change of the views; what operators arrange by hand afterwards stays.
 *
 * @param strapi - The CMS at bootstrap.
 */
export async function applyViews(strapi: Core.Strapi): Promise<void> {
  const version = createHash('sha256')
    .update(
      JSON.stringify([TYPE_VIEWS, COMPONENT_VIEWS, COMMON_LABELS, [...MAIN_FIELDS], PAGE_SIZE]),
    )
    .digest('hex');
  const store = strapi.store({ type: 'core', name: 'portal', key: 'views' });
  if ((await store.get({})) === version) return;

  const manager = strapi.plugin('content-manager');
  const types = manager.service('content-types') as unknown as ConfigurationService;
  for (const view of TYPE_VIEWS) await apply(strapi, types, view, typeSettings(view), view);
  const components = manager.service('components') as unknown as ConfigurationService;
  for (const view of COMPONENT_VIEWS) {
    await apply(strapi, components, view, { mainField: view.mainField }, {});
  }
  await store.set({ value: version });
}

function typeSettings(view: TypeView): Record<string, unknown> {
  return {
    mainField: view.mainField,
    defaultSortBy: view.sortBy,
    defaultSortOrder: view.sortOrder,
    pageSize: PAGE_SIZE,
  };
}

async function apply(
  strapi: Core.Strapi,
  service: ConfigurationService,
  view: View,
  settings: Record<string, unknown>,
  { list, columns = {} }: Partial<Pick<TypeView, 'list' | 'columns'>>,
): Promise<void> {
  const current = await service.findConfiguration({ uid: view.uid });
  const attributes: Struct.SchemaAttributes = strapi.getModel(view.uid as UID.Schema).attributes;
  const metadatas = Object.fromEntries(
    Object.entries(current.metadatas).map(([name, { edit, list: cell }]) => {
      const column = columns[name];
      const [label = COMMON_LABELS[name] ?? name, help = ''] = view.fields[name] ?? [];
      const editable = view.readOnly?.includes(name) !== true;
      const attribute = attributes[name];
      const mainField =
        attribute?.type === 'relation' && 'target' in attribute
          ? { mainField: MAIN_FIELDS.get(String(attribute.target)) ?? 'id' }
          : {};
      return [
        name,
        {
          edit: { ...edit, ...mainField, label, description: help, editable },
          list: { ...cell, ...mainField, label: column ?? label },
        },
      ];
    }),
  );
  await service.updateConfiguration(
    { uid: view.uid },
    {
      settings: { ...current.settings, ...settings },
      metadatas,
      layouts: {
        list: list === undefined ? current.layouts.list : [...list],
        edit: view.groups.flat().map((row) => row.map(([name, size]) => ({ name, size }))),
      },
    },
  );
}
