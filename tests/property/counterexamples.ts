import type { Step } from './edit-arbitraries.ts';
import { blocks, picture } from './edit-values.ts';
import type { Edit } from './region-model.ts';

const change = (...edits: Edit[]): Step => ({ edits, source: 'delta', isChecked: true });
const story = (id: string, ...urls: string[]): Edit => ({
  ...{ put: 'success-story', id },
  values: { body: urls.flatMap((url) => blocks('Text', url)) },
});

/** What random edits once found, made as small as possible, by what it shows. */
export const COUNTEREXAMPLES: Record<string, Step[]> = {
  'an entry that is left out leaves no file': [change(story('s00', '/nirgends/'))],
  'a start with an entry that is left out finds nothing to do': [
    change(story('s00', '/nirgends/')),
    'restart',
    change({ put: 'page', id: 'p00', values: {} }),
  ],
  'an entry that is left out leaves no picture': [
    change({
      ...{ put: 'success-story', id: 's00' },
      values: { body: blocks('Text', '/nirgends/'), cover: picture(2) },
    }),
  ],
  'all entries with the same dead link are left out': [
    change(story('s00', '/nirgends/')),
    change(story('s01', '/nirgends/')),
  ],
  'an entry comes back when its link leads somewhere': [
    change(story('s00', '/erfolge/s04/')),
    change(story('s04')),
  ],
  'entries that link to each other come back together': [
    change(story('s00', '/erfolge/s01/'), story('s01', '/erfolge/s00/', '/p00/')),
    change({ put: 'page', id: 'p00', values: {} }),
  ],
  'a link without its last slash dies with its target': [
    change(story('s00', '/erfolge/s01')),
    change({ take: 'success-story', id: 's01' }),
  ],
  'the sitemap does not follow the order of lists': [
    change({ put: 'listing', id: 'l00', values: { publishedOn: '2026-11-18' } }),
    change({ put: 'region', id: 'pm', values: {} }),
  ],
  'pictures of an unpublished entry are not missing': [
    change({ put: 'listing', id: 'l00', values: { images: [picture(4)] } }),
    change({ take: 'listing', id: 'l00' }),
  ],
  'pictures of a preview are not missing': [
    {
      preview: [{ put: 'listing', id: 'l00', values: { images: [picture(4)] } }],
      path: null,
    },
  ],
  'a snapshot forgets nothing that is left out': [
    change(story('s00', '/nirgends/')),
    { edits: [], source: 'snapshot', isChecked: true },
  ],
  'a preview forgets nothing that is left out': [
    change(story('s00', '/nirgends/')),
    { preview: [story('s00', '/nirgends/')], path: null },
  ],
  'a preview forgets no match of a page': [
    change({ put: 'listing', id: 'l20', values: { title: 'Kühlanhänger' } }),
    { preview: [{ put: 'listing', id: 'l00', values: { title: 'Kühlanhänger' } }], path: null },
    change({ put: 'listing', id: 'l00', values: { title: 'Kühlanhänger' } }),
  ],
  'a preview shows a document as it is given last': [
    {
      preview: [
        { put: 'success-story', id: 's00', values: {}, isBroken: true },
        { put: 'success-story', id: 's00', values: {} },
      ],
      path: null,
    },
  ],
  'characters that XML forbids stop no picture': [
    change({ put: 'success-story', id: 's00', values: { title: 'Anfang \ufffe' } }),
  ],
};
