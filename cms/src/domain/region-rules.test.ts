import { describe, expect, it } from 'vitest';
import { contrastRatio } from './colours';
import { problemsOfRegion } from './region-rules';

describe('a region', () => {
  const good = {
    slug: 'havelland',
    brand: { primary: '#00594f', accent: '#ffcc00' },
    latitude: 52.6,
    longitude: 12.6,
  };

  it('with readable colours, a plain slug and a position is fine', () => {
    expect(problemsOfRegion(good)).toEqual([]);
  });

  it('is not asked for what a form does not send', () => {
    expect(problemsOfRegion({})).toEqual([]);
  });

  it('is refused a primary colour that white text cannot be read on', () => {
    const problems = problemsOfRegion({
      ...good,
      brand: { primary: '#777777', accent: '#000000' },
    });
    expect(problems).toMatchObject([{ path: ['brand', 'primary'] }]);
    expect(problems[0]?.message).toMatch(/4,47 : 1.*4,5 : 1/);
  });

  it('may have a light accent colour, which is decoration', () => {
    expect(problemsOfRegion({ brand: { primary: '#767676', accent: '#ffffff' } })).toEqual([]);
  });

  it.each(['red', '#fff', '#00594', 'rgb(0,0,0)', '#00594f;}', 12])(
    'is refused the colour %s',
    (colour) => {
      const problems = problemsOfRegion({ brand: { primary: colour, accent: colour } });
      expect(problems.map(({ path }) => path)).toEqual([
        ['brand', 'primary'],
        ['brand', 'accent'],
      ]);
    },
  );

  it.each(['umbrella', 'www', 'api', 'PM', 'a b', 'ä', '-a', 'a.b', 'x'.repeat(41)])(
    'is refused the slug %s',
    (slug) => {
      expect(problemsOfRegion({ slug })).toMatchObject([{ path: ['slug'] }]);
    },
  );

  it.each(['vorschau', 'vorschau-pm', 'vorschau-'])(
    'is refused the slug %s, under which drafts are shown',
    (slug) => {
      expect(problemsOfRegion({ slug })).toMatchObject([{ path: ['slug'] }]);
    },
  );

  it('may begin like the hosts of drafts when the word goes on', () => {
    expect(problemsOfRegion({ slug: 'vorschauland' })).toEqual([]);
  });

  it('is refused a position that is not on earth', () => {
    const problems = problemsOfRegion({ latitude: 91, longitude: '13' });
    expect(problems.map(({ path }) => path)).toEqual([['latitude'], ['longitude']]);
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
    expect(contrastRatio('#00594f', '#00594f')).toBe(1);
  });
});
