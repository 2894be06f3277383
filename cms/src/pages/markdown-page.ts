/** Text inside a paragraph, heading or list item, as the blocks editor stores it. */
type InlineNode =
  | { type: 'text'; text: string; bold?: boolean }
  | { type: 'link'; url: string; children: { type: 'text'; text: string }[] };

type BlockNode =
  | { type: 'paragraph'; children: InlineNode[] }
  | { type: 'heading'; level: number; children: InlineNode[] }
  | {
      type: 'list';
      format: 'ordered' | 'unordered';
      children: { type: 'list-item'; children: InlineNode[] }[];
    };

/** A page as the CMS stores it. */
export interface PageText {
  title: string;
  summary: string | null;
  body: BlockNode[];
}

const PLACEHOLDER = /\{\{([\w.]+)\}\}/g;
const ORDERED_ITEM = /^\d+\. /;
const UNORDERED_ITEM = /^- /;

/**
 * Turns a page template into rich text. It knows what the templates use: `#` for the title, `>` for
 * the summary, headings, lists, links and bold text. A line whose placeholders are all empty is left
 * out, so that a missing telephone number leaves no bare label.
 *
 * @param template - Markdown with placeholders such as `{{operator.name}}`.
 * @param values - What the placeholders stand for.
 * @throws Error if the title is missing or a placeholder is unknown.
 */
export function readPageTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
): PageText {
  const filled = template.split('\n').flatMap((line) => fillLine(line, values));
  const paragraphs = filled.join('\n').split(/\n{2,}/);
  let title = '';
  let summary: string | null = null;
  const body: BlockNode[] = [];
  for (const lines of paragraphs.map((paragraph) => paragraph.split('\n').filter(Boolean))) {
    const rest = lines.filter((line) => {
      if (line.startsWith('# ')) title = line.slice(2);
      else if (line.startsWith('> ')) summary = line.slice(2);
      else return true;
      return false;
    });
    if (rest.length > 0) body.push(toBlock(rest));
  }
  if (title === '') throw new Error('A page template must begin with its title: “# Title”.');
  return { title, summary, body };
}

function fillLine(line: string, values: Readonly<Record<string, string>>): string[] {
  const names = [...line.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  const unknown = names.find((name) => values[name] === undefined);
  if (unknown !== undefined) {
    throw new Error(
      `The page template asks for “${unknown}”. Known are: ${Object.keys(values).join(', ')}.`,
    );
  }
  if (names.length > 0 && names.every((name) => values[name] === '')) return [];
  return [line.replace(PLACEHOLDER, (_whole, name: string) => values[name] ?? '').trim()];
}

function toBlock(lines: string[]): BlockNode {
  const [first = ''] = lines;
  const heading = /^(#{2,6}) (.+)$/.exec(first);
  if (heading !== null) {
    return {
      type: 'heading',
      level: heading[1]?.length ?? 2,
      children: toInline(heading[2] ?? ''),
    };
  }
  for (const [format, marker] of [
    ['unordered', UNORDERED_ITEM],
    ['ordered', ORDERED_ITEM],
  ] as const) {
    if (!marker.test(first)) continue;
    return {
      type: 'list',
      format,
      children: lines.map((line) => ({
        type: 'list-item',
        children: toInline(line.replace(marker, '')),
      })),
    };
  }
  return { type: 'paragraph', children: toInline(lines.join('\n')) };
}

function toInline(text: string): InlineNode[] {
  return text
    .split(/(\[[^\]]+\]\([^)]+\)|\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part): InlineNode => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
      if (link !== null) {
        const [, label = '', url = ''] = link;
        return { type: 'link', url, children: [{ type: 'text', text: label }] };
      }
      const bold = /^\*\*(.+)\*\*$/.exec(part);
      if (bold !== null) return { type: 'text', text: bold[1] ?? '', bold: true };
      return { type: 'text', text: part };
    });
}
