/** What this element reads of a JSON Feed of the portal. */
interface FeedItem {
  url: string;
  title: string;
  _starke_region: {
    kind: { slug: string; name: string };
    mode: { name: string };
    place: { slug: string; name: string };
    status: string;
    price: string;
  };
}

interface JsonFeed {
  home_page_url: string;
  _starke_region: { colours: { light: string; dark: string } };
  items: FeedItem[];
}

/** This file lies on the region's own site; so do its feeds. */
const ORIGIN = new URL(import.meta.url).origin;
const DEFAULT_COUNT = 6;
const MOST = 40;
const SCHEMES: Record<string, string> = { hell: 'light', dunkel: 'dark' };

const STYLE = `
:host { display: block; color-scheme: light dark; container-type: inline-size;
  font-family: var(--starke-region-schrift, inherit); line-height: 1.45;
  color: var(--starke-region-text, light-dark(#1b2226, #eef1f2)); }
:host([hidden]) { display: none; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; }
@container (width > 34rem) { ul { grid-template-columns: 1fr 1fr; } }
li { padding: 0.85rem 1rem; border-radius: var(--starke-region-radius, 0.6rem);
  border: 1px solid var(--starke-region-rand, light-dark(#d5dade, #454d53));
  background: var(--starke-region-hintergrund, light-dark(#fff, #20262a)); }
a { color: var(--starke-region-akzent, light-dark(var(--light), var(--dark)));
  font-weight: 650; overflow-wrap: anywhere; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; border-radius: 2px; }
p { margin: 0.2rem 0 0; font-size: 0.9em; }
.more { margin-top: 0.9rem; }
`;

/**
 * `<starke-region-liste>`: the newest listings of a region on another website. Without cookies, and
 * with text only: nothing of what people wrote becomes markup. What stands between its tags is shown
 * until the list is there, and where it cannot be loaded.
 */
class ListingList extends HTMLElement {
  static observedAttributes = ['kategorie', 'art', 'ort', 'anzahl', 'farbschema'];
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #style = new CSSStyleSheet();
  #asked = 0;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [this.#style];
    this.#root.append(document.createElement('slot'));
  }

  connectedCallback(): void {
    void this.#load();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#load();
  }

  async #load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    // Attributes come one after the other.
    await Promise.resolve();
    if (asked !== this.#asked) return;
    try {
      const answer = await fetch(`${ORIGIN}/feeds/${this.#folder()}feed.json`, {
        credentials: 'omit',
      });
      if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
      const feed = (await answer.json()) as JsonFeed;
      if (asked === this.#asked) this.#show(feed);
    } catch (error) {
      if (asked === this.#asked) this.#root.replaceChildren(document.createElement('slot'));
      console.error('starke-region-liste:', error);
    }
  }

  /** The narrowest feed; what it does not leave out, the list does. */
  #folder(): string {
    const category = this.#slug('kategorie');
    const place = this.#slug('ort');
    const kind = this.#slug('art');
    if (category !== '') return `kategorien/${category}/`;
    if (place !== '') return `orte/${place}/`;
    return kind === '' ? '' : `${kind}/`;
  }

  #slug(name: string): string {
    const value = this.getAttribute(name)?.trim().toLowerCase() ?? '';
    return /^[a-z0-9-]+$/.test(value) ? value : '';
  }

  #show(feed: JsonFeed): void {
    const { light, dark } = feed._starke_region.colours;
    const scheme = SCHEMES[this.getAttribute('farbschema') ?? ''] ?? 'light dark';
    this.#style.replaceSync(
      `${STYLE} :host { --light: ${light}; --dark: ${dark}; color-scheme: ${scheme}; }`,
    );
    const wanted = feed.items.filter((item) => this.#isWanted(item)).slice(0, this.#count());
    const list = create('ul', { part: 'liste' });
    list.append(...wanted.map(itemOf));
    const more = create('p', { class: 'more', part: 'mehr' });
    more.append(linkTo(feed.home_page_url, wanted.length > 0 ? 'Alle ansehen' : 'Zum Portal'));
    const empty = create('p', {}, 'Hier gibt es gerade nichts.');
    this.#root.replaceChildren(wanted.length > 0 ? list : empty, more);
  }

  #isWanted({ _starke_region: facts }: FeedItem): boolean {
    const place = this.#slug('ort');
    const kind = this.#slug('art');
    return (
      facts.status !== 'vermittelt' &&
      (place === '' || facts.place.slug === place) &&
      (kind === '' || facts.kind.slug === kind)
    );
  }

  #count(): number {
    const count = Number.parseInt(this.getAttribute('anzahl') ?? '', 10);
    return count > 0 ? Math.min(count, MOST) : DEFAULT_COUNT;
  }
}

function itemOf({ url, title, _starke_region: facts }: FeedItem): HTMLElement {
  const item = create('li', { part: 'eintrag' });
  const words = [facts.kind.name, facts.mode.name, facts.place.name, facts.price];
  item.append(linkTo(url, title), create('p', {}, words.join(' · ')));
  return item;
}

function linkTo(url: string, text: string): HTMLElement {
  const address = new URL(url, ORIGIN);
  const href = address.origin === ORIGIN ? address.href : ORIGIN;
  return create('a', { href, target: '_blank', rel: 'noopener', part: 'verweis' }, text);
}

function create(name: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.textContent = text;
  return element;
}

if (customElements.get('starke-region-liste') === undefined) {
  customElements.define('starke-region-liste', ListingList);
}
