import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRenditions, MAX_PIXELS } from './renditions';

describe('renditions of an uploaded image', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'renditions-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const photo = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#00594f' } });

  it('come in every width up to the width of the original', async () => {
    const renditions = await makeRenditions(await photo(1300, 650).jpeg().toBuffer(), folder);
    expect(renditions.map(({ width, height }) => [width, height])).toEqual([
      [320, 160],
      [640, 320],
      [960, 480],
      [1280, 640],
    ]);
  });

  it('keep the size of an image that is smaller than all widths', async () => {
    const renditions = await makeRenditions(await photo(120, 60).png().toBuffer(), folder);
    expect(renditions).toMatchObject([{ width: 120, height: 60 }]);
  });

  it('are upright and carry no metadata', async () => {
    const original = await photo(800, 400)
      .withExif({ IFD0: { Copyright: 'private' }, IFD3: { GPSLatitude: '52/1 8/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const [smallest] = await makeRenditions(original, folder);
    const bytes = await readFile(path.join(folder, smallest!.file));
    const metadata = await sharp(bytes).metadata();
    expect([metadata.width, metadata.height]).toEqual([320, 640]);
    expect(metadata.exif ?? metadata.icc ?? metadata.xmp).toBeUndefined();
    expect(metadata.format).toBe('webp');
  });

  it('are named by their content, so that the same image is kept once', async () => {
    const original = await photo(400, 300).png().toBuffer();
    const first = await makeRenditions(original, folder);
    const second = await makeRenditions(original, folder);
    expect(second).toEqual(first);
    expect(await readdir(folder)).toEqual(first.map(({ file }) => file));
    expect(first[0]?.file).toMatch(/^[0-9a-f]{32}\.webp$/);
  });

  it('keep transparency', async () => {
    const logo = await sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const [rendition] = await makeRenditions(logo, folder);
    const { hasAlpha } = await sharp(path.join(folder, rendition!.file)).metadata();
    expect(hasAlpha).toBe(true);
  });

  it('are refused for what is not an image or has too many pixels', async () => {
    await expect(makeRenditions(Buffer.from('<svg onload=alert(1)>'), folder)).rejects.toThrow();
    const side = Math.ceil(Math.sqrt(MAX_PIXELS)) + 1;
    const huge = await photo(side, side).png().toBuffer();
    await expect(makeRenditions(huge, folder)).rejects.toThrow(/pixel/i);
    expect(await readdir(folder)).toEqual([]);
  });
});
