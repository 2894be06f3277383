/** Keeps preview and lines to copy at what is chosen on the page for other websites. */
export function followEmbedForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-embed]');
  const preview = document.querySelector('[data-embed-preview]');
  const code = document.querySelector('[data-embed-code]');
  const frame = document.querySelector('[data-embed-frame]');
  const copy = document.querySelector<HTMLButtonElement>('[data-embed-copy]');
  const copied = document.querySelector<HTMLElement>('[data-embed-copied]');
  if (!form || !preview || !code || !frame || !copy || !copied) return;
  const [line, element, border] = [code.textContent, '<starke-region-liste', frame.textContent];
  form.addEventListener('change', () => {
    const selects = [...form.querySelectorAll('select')];
    const chosen = selects.filter(({ value }) => value !== '');
    for (const { name } of selects) preview.removeAttribute(name);
    for (const { name, value } of chosen) preview.setAttribute(name, value);
    const attributes = chosen.map(({ name, value }) => ` ${name}="${value}"`).join('');
    code.textContent = line.replace(element, element + attributes);
    const category = chosen.find(({ name }) => name === 'kategorie');
    const folder = category === undefined ? '' : `kategorien/${category.value}/`;
    frame.textContent = border.replace('/rahmen/', `/rahmen/${folder}`);
    copied.textContent = '';
  });
  copy.hidden = false;
  copy.addEventListener('click', () => {
    void navigator.clipboard.writeText(code.textContent).then(
      () => (copied.textContent = copied.dataset['done'] ?? ''),
      () => (copied.textContent = copied.dataset['failed'] ?? ''),
    );
  });
}
