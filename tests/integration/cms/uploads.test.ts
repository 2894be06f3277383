import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type CmsAnswer, type CmsClient, type RunningCms } from '../../support/cms.ts';
import { contentOf, findRole } from '../../support/cms-world.ts';

interface StoredFile {
  id: number;
  url: string;
  mime: string;
  ext: string;
  width: number;
  height: number;
}

/** Words that the photo below carries in its metadata, and that must never be found again. */
const TRACES = ['Geheimer Garten', 'Kamera 4711', 'xpacket'];

let cms: RunningCms;
let editor: CmsClient;
/** Temporary folder of the CMS alone. */
let temporary: string;

beforeAll(async () => {
  temporary = mkdtempSync(path.join(tmpdir(), 'portal-uploads-'));
  cms = await startCms({ env: { TMPDIR: temporary } });
  const role = await findRole(cms.superAdmin, 'region-editor');
  editor = await cms.createUser('uploads@example.org', role);
});
afterAll(async () => {
  await cms?.stop();
  rmSync(temporary, { recursive: true, force: true });
});

/** A photo as a telephone writes it: lying on its side, with place, device and description. */
function phonePhoto(quality = 95): Promise<Buffer> {
  const half = (colour: string, left: number) => ({
    input: { create: { width: 400, height: 400, channels: 3 as const, background: colour } },
    blend: 'multiply' as const,
    left,
    top: 0,
  });
  const noise = { type: 'gaussian' as const, mean: 200, sigma: 40 };
  // Left red and right blue: upright, red must be on top. The noise stands for the details of a
  // photo, without which every new encoding would be small.
  return sharp({ create: { width: 800, height: 400, channels: 3, background: '#fff', noise } })
    .composite([half('#cc0000', 0), half('#0000cc', 400)])
    .withExif({
      IFD0: { ImageDescription: 'Geheimer Garten', Model: 'Kamera 4711', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 8/1 0/1' },
    })
    .withXmp(
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="w"?>',
    )
    .withMetadata({ orientation: 6 })
    .jpeg({ quality })
    .toBuffer();
}

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#00594f' } });
}

function send(bytes: Buffer, name: string, type: string, route = '/upload') {
  const form = new FormData();
  form.append('fileInfo', JSON.stringify({ name, alternativeText: 'Ein Bild', caption: null }));
  form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  return editor.call<StoredFile[] | StoredFile>('POST', route, form);
}

function stored(answer: CmsAnswer<StoredFile[] | StoredFile>): StoredFile {
  expect(answer.status, answer.text).toBeLessThan(300);
  const [file] = [answer.body].flat();
  if (file === undefined) throw new Error(`Nothing was stored: ${answer.text}`);
  return file;
}

/** Every file that the CMS keeps on disk of what was uploaded. */
function filesOnDisk(): string[] {
  return ['public/uploads', 'renditions'].flatMap((folder) => {
    const absolute = path.join(cms.dataDir, 'cms', folder);
    return readdirSync(absolute).map((name) => path.join(absolute, name));
  });
}

async function expectClean(file: string): Promise<void> {
  const bytes = readFileSync(file);
  const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, icc, orientation }, file).toEqual({});
  for (const trace of TRACES) expect(bytes.includes(trace), `${trace} in ${file}`).toBe(false);
}

async function expectUpright(file: string): Promise<void> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  expect(info.height, file).toBeGreaterThan(info.width);
  const [red = 0, , blue = 0] = data;
  expect(red, `the upper left corner of ${file}`).toBeGreaterThan(blue + 100);
}

describe('a photo of a telephone', () => {
  it.each([
    ['of high quality', 95],
    // So small already that a new encoding is larger than the upload.
    ['that is compressed hard', 5],
  ])('%s is kept upright and without any metadata', async (_name, quality) => {
    const photo = await phonePhoto(quality);
    for (const trace of TRACES) expect(photo.includes(trace), trace).toBe(true);
    const before = new Set(filesOnDisk());
    const file = stored(await send(photo, 'garten.jpg', 'image/jpeg'));
    expect([file.width, file.height]).toEqual([400, 800]);
    const added = filesOnDisk().filter((name) => !before.has(name));
    // Original, thumbnail and at least one rendition.
    expect(added.length).toBeGreaterThanOrEqual(3);
    for (const name of added) {
      await expectClean(name);
      await expectUpright(name);
    }
  });

  it('is as clean when it replaces another picture', async () => {
    const first = stored(
      await send(await plain(600, 300).jpeg().toBuffer(), 'a.jpg', 'image/jpeg'),
    );
    const photo = await phonePhoto(5);
    const file = stored(
      await send(photo, 'b.jpg', 'image/jpeg', `/upload/files/${first.id}/replace`),
    );
    expect(file.url).toBe(first.url);
    expect(readFileSync(path.join(cms.dataDir, 'cms/public', file.url)).equals(photo)).toBe(false);
    for (const name of filesOnDisk()) await expectClean(name);
    await expectUpright(path.join(cms.dataDir, 'cms/public', file.url));
  });
});

it.each([
  ['PNG', 'png', 'image/png'],
  ['WebP', 'webp', 'image/webp'],
  ['JPEG', 'jpg', 'image/jpeg'],
] as const)('a %s is accepted and keeps its format', async (_name, ext, mime) => {
  const bytes = await plain(300, 200)
    .toFormat(ext === 'jpg' ? 'jpeg' : ext)
    .toBuffer();
  const file = stored(await send(bytes, `bild.${ext}`, mime));
  expect(file).toMatchObject({ mime, ext: `.${ext}`, width: 300, height: 200 });
});

it('a file is named by what it is, not by what it is called', async () => {
  const webp = await plain(30, 20).webp().toBuffer();
  expect(stored(await send(webp, 'bild.jpg', 'image/jpeg'))).toMatchObject({
    ext: '.webp',
    mime: 'image/webp',
  });
});

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

describe('the CMS refuses', () => {
  it.each<[string, string, string, () => Buffer | Promise<Buffer>]>([
    ['an SVG', 'logo.svg', 'image/svg+xml', () => SVG],
    ['an SVG named .png', 'logo.png', 'image/png', () => SVG],
    ['a web page named .png', 'a.png', 'image/png', () => Buffer.from('<html><p>Hallo</html>')],
    ['an image named .html', 'a.html', 'text/html', () => plain(9, 9).png().toBuffer()],
    ['an empty file', 'leer.png', 'image/png', () => Buffer.alloc(0)],
    [
      'half a JPEG',
      'halb.jpg',
      'image/jpeg',
      async () => {
        const whole = await phonePhoto();
        return whole.subarray(0, whole.length / 2);
      },
    ],
    [
      'thirty megapixels',
      'plakat.png',
      'image/png',
      () => plain(6000, 5000).png({ compressionLevel: 9 }).toBuffer(),
    ],
    ['a GIF', 'film.gif', 'image/gif', () => GIF],
    ['a GIF named .png', 'film.png', 'image/png', () => GIF],
    ['an AVIF', 'neu.avif', 'image/avif', () => plain(16, 16).avif().toBuffer()],
    ['a strange name', 'Halle: "Nord".png', 'image/png', () => plain(9, 9).png().toBuffer()],
  ])('%s in words that help, and keeps nothing of it', async (_name, name, type, make) => {
    const bytes = await make();
    const earlier = stored(await send(await plain(40, 30).png().toBuffer(), 'x.png', 'image/png'));
    for (const route of ['/upload', '/upload/files', `/upload/files/${earlier.id}/replace`]) {
      const [rows, files] = [contentOf(cms), contentsOf(filesOnDisk())];
      const answer = await send(bytes, name, type, route);
      expect(answer.status, answer.text).toBe(400);
      expect(answer.text).toMatch(
        /Erlaubt sind Bilder in den Formaten JPEG, PNG und WebP|Dateiname/,
      );
      expect(answer.text).toMatch(/Bitte .* noch einmal hoch\./);
      expect(contentOf(cms)).toBe(rows);
      expect(contentsOf(filesOnDisk())).toEqual(files);
      expect(readdirSync(temporary)).toEqual([]);
    }
  });

  it('a file above 8 MB', async () => {
    const [rows, files] = [contentOf(cms), filesOnDisk()];
    const answer = await send(Buffer.alloc(9 * 1024 * 1024, 7), 'riesig.jpg', 'image/jpeg');
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('Die Datei ist zu groß. Erlaubt sind Bilder');
    expect(contentOf(cms)).toBe(rows);
    expect(filesOnDisk()).toEqual(files);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('files from anybody who did not sign in, and keeps nothing of them', async () => {
    const form = new FormData();
    form.append('elsewhere', new Blob(['x']), 'x.png');
    expect((await cms.anonymous.call('POST', '/upload', form)).status).toBe(401);
    expect((await cms.anonymous.call('POST', '/admin/login', form)).status).toBe(400);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

function contentsOf(files: string[]): string[] {
  return files.map((file) => `${file} ${readFileSync(file).toString('base64')}`);
}
