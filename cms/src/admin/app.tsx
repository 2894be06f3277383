import { Earth, Lightning } from '@strapi/icons';
import { type StrapiApp } from '@strapi/strapi/admin';
import { type ComponentType } from 'react';
import { EnumerationInput } from './inputs/EnumerationInput';
import { addStateToForms } from './live-state/edit-view';
import { SITES_WIDGET, SitesWidget } from './live-state/SitesWidget';
import { changeStrapiEndpoints } from './live-state/strapi-endpoints';
import logo from './logo.svg';
import { QuickTasks } from './QuickTasks';
import de from './translations/de.json';
import {
  EDIT_LAYOUT_HOOK,
  labelColumns,
  labelFilters,
  LIST_COLUMNS_HOOK,
  LIST_FILTERS_HOOK,
  splitIntoGroups,
} from './view-hooks';

/** Strapi types every input as a component without properties, and then gives it all of a field. */
type StrapiInput = ComponentType;

/** Where Strapi keeps the language that a browser last chose. */
const LANGUAGE_KEY = 'strapi-admin-language';

/** Where Strapi notes that somebody closed the advertisement for its own media library. */
const BANNER_KEYS = ['false', 'undefined'].map(
  (installation) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${installation}`,
);

/** Strapi's box with the name of whoever is signed in, which the corner of the page shows too. */
const PROFILE_WIDGET = 'profile-info';

/** The portal's green instead of Strapi's violet; white text on 600 and 700 has at least 7:1. */
const GREEN = {
  primary100: '#e6f2f0',
  primary200: '#b9dad5',
  primary500: '#1d7a6d',
  primary600: '#00594f',
  primary700: '#00453d',
  buttonPrimary500: '#1d7a6d',
  buttonPrimary600: '#00594f',
};

const LIST_INPUTS = [
  { name: 'audiences', label: 'Zielgruppen', input: () => import('./inputs/AudiencesInput') },
  { name: 'tags', label: 'Schlagwörter', input: () => import('./inputs/LinesInput') },
  { name: 'postal-codes', label: 'Postleitzahlen', input: () => import('./inputs/LinesInput') },
] as const;

export default {
  config: {
    locales: ['de'],
    translations: { de },
    auth: { logo },
    menu: { logo },
    head: { favicon: logo },
    theme: { light: { colors: GREEN }, dark: {} },
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    // Before the first sign-in nobody has chosen a language, and Strapi would take English.
    if (localStorage.getItem(LANGUAGE_KEY) === null) localStorage.setItem(LANGUAGE_KEY, 'de');
    for (const key of BANNER_KEYS) localStorage.setItem(key, 'true');

    app.widgets.register((widgets) => [
      {
        id: SITES_WIDGET,
        pluginId: 'portal',
        icon: Earth,
        title: { id: 'portal.sites.title', defaultMessage: 'Websites' },
        component: () => Promise.resolve(SitesWidget),
      },
      {
        id: 'quick-tasks',
        pluginId: 'portal',
        icon: Lightning,
        title: { id: 'portal.quick-tasks.title', defaultMessage: 'Häufige Aufgaben' },
        component: () => Promise.resolve(QuickTasks),
      },
      ...widgets.filter(({ id }) => id !== PROFILE_WIDGET),
    ]);
    app.addFields({ type: 'enumeration', Component: EnumerationInput as StrapiInput });
    app.customFields.register(
      LIST_INPUTS.map(({ name, label, input }) => ({
        name,
        type: 'json',
        intlLabel: { id: `portal.${name}.label`, defaultMessage: label },
        intlDescription: { id: `portal.${name}.description`, defaultMessage: label },
        components: { Input: async () => ({ default: (await input()).default as StrapiInput }) },
      })),
    );
  },

  bootstrap(app: StrapiApp) {
    addStateToForms(app);
    changeStrapiEndpoints();
    app.registerHook(EDIT_LAYOUT_HOOK, splitIntoGroups);
    app.registerHook(LIST_COLUMNS_HOOK, labelColumns);
    app.registerHook(LIST_FILTERS_HOOK, labelFilters);
  },
};
