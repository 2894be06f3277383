import { describe, expect, it } from 'vitest';
import { readPageTemplate } from './markdown-page';

const values = { name: 'Havelland', phone: '', place: 'Nauen', postalCode: '' };

describe('a page template', () => {
  it('gives title, summary and rich text', () => {
    const page = readPageTemplate(
      '# Über uns\n> Wer wir sind.\n\nHallo **Welt** in {{name}}, [mehr](/ueber/).\n\n## Teil\n\n- eins\n- zwei\n\n1. drei\n',
      values,
    );
    expect(page).toEqual({
      title: 'Über uns',
      summary: 'Wer wir sind.',
      body: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Hallo ' },
            { type: 'text', text: 'Welt', bold: true },
            { type: 'text', text: ' in Havelland, ' },
            { type: 'link', url: '/ueber/', children: [{ type: 'text', text: 'mehr' }] },
            { type: 'text', text: '.' },
          ],
        },
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Teil' }] },
        {
          type: 'list',
          format: 'unordered',
          children: [
            { type: 'list-item', children: [{ type: 'text', text: 'eins' }] },
            { type: 'list-item', children: [{ type: 'text', text: 'zwei' }] },
          ],
        },
        {
          type: 'list',
          format: 'ordered',
          children: [{ type: 'list-item', children: [{ type: 'text', text: 'drei' }] }],
        },
      ],
    });
  });

  it('leaves out a line whose values are all missing, and keeps one that has some', () => {
    const { body } = readPageTemplate(
      '# T\n\n{{postalCode}} {{place}}\nTelefon: {{phone}}\n',
      values,
    );
    expect(body).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'Nauen' }] }]);
  });

  it('is refused without a title or with an unknown placeholder', () => {
    expect(() => readPageTemplate('Nur Text', values)).toThrow('title');
    expect(() => readPageTemplate('# T\n\n{{fax}}', values)).toThrow('“fax”');
  });
});
