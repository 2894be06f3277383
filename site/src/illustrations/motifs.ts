import { box, disc, dots, fill, line, poly } from './shapes.ts';
import { type Tones } from './tones.ts';

/** Outline of a pine whose foot stands at `x`, `y`: two rows of branches and a trunk. */
export function pine(x: number, y: number, height: number): string {
  const tier = Math.round(height * 0.46);
  const wide = Math.round(height * 0.2);
  const notch = Math.round(height * 0.08);
  const lower = wide - notch + Math.round(height * 0.16);
  const trunk = Math.max(2, Math.round(height * 0.05));
  return (
    `M${x} ${y - height}l${wide} ${tier}h-${notch}l${lower - wide + notch} ${tier}h-${2 * lower}` +
    `l${lower - wide + notch}-${tier}h-${notch}z` +
    box(x - trunk / 2, y - height + 2 * tier, trunk, height - 2 * tier)
  );
}

/** A rotor of three blades that turn clockwise around `x`, `y`, the first blade at `degrees`. */
export function rotor(x: number, y: number, length: number, degrees: number): string {
  return [0, 120, 240]
    .map((step) => {
      const angle = ((degrees + step) * Math.PI) / 180;
      const [dx, dy] = [Math.sin(angle) * length, -Math.cos(angle) * length];
      const [sideX, sideY] = [-dy * 0.1, dx * 0.1];
      return poly(x, y, x + dx * 0.22 + sideX, y + dy * 0.22 + sideY, x + dx, y + dy);
    })
    .join('');
}

/** Clouds of one size, from the left end of their lower edge: `clouds(colour, x1, y1, …)`. */
export function clouds(colour: string, ...points: number[]): string {
  const lefts = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  const shifted = (dx: number, dy: number) => lefts.flatMap((x, i) => [x + dx, (ys[i] ?? 0) + dy]);
  return (
    line(colour, 15, ...lefts.map((x, i) => `M${x} ${ys[i] ?? 0}h72`)) +
    dots(colour, 16, ...shifted(27, -8)) +
    dots(colour, 11, ...shifted(49, -6))
  );
}

/** A tyre with its rim. */
export function wheel(t: Tones, x: number, y: number, r: number): string {
  return (
    fill(t.ink, disc(x, y, r)) +
    fill(t.metal, disc(x, y, r * 0.5)) +
    fill(t.ink, disc(x, y, r * 0.16))
  );
}

/** A wooden crate with two boards and a brace. */
export function crate(t: Tones, x: number, y: number, w: number, h: number): string {
  const b = Math.min(w, h) * 0.16;
  return (
    fill(t.wood, box(x, y, w, h)) +
    line(t.woodDeep, b * 0.7, `M${x + b} ${y + h - b}L${x + w - b} ${y + b}`) +
    line(t.woodDeep, b, `M${x + b / 2} ${y + b / 2}h${w - b}v${h - b}h${b - w}z`)
  );
}

/** A closed cardboard box with tape. */
export function parcel(t: Tones, x: number, y: number, w: number, h: number): string {
  return (
    fill(t.wood, box(x, y, w, h)) +
    fill(t.woodDeep, box(x, y, w, h * 0.14)) +
    fill(t.paper, box(x + w * 0.42, y, w * 0.16, h * 0.42))
  );
}

/** A gear with `teeth` teeth; `r` is the radius of its body. */
export function gear(colour: string, hole: string, x: number, y: number, r: number): string {
  const spokes = [0, 45, 90, 135].map((degrees) => {
    const dx = Math.cos((degrees * Math.PI) / 180) * r * 1.16;
    const dy = Math.sin((degrees * Math.PI) / 180) * r * 1.16;
    return `M${Math.round(x - dx)} ${Math.round(y - dy)}L${Math.round(x + dx)} ${Math.round(y + dy)}`;
  });
  return (
    `<g stroke-linecap="butt">${line(colour, r * 0.42, ...spokes)}</g>` +
    fill(colour, disc(x, y, r)) +
    fill(hole, disc(x, y, r * 0.4))
  );
}

/** A six-armed snow crystal. */
export function snowflake(colour: string, x: number, y: number, r: number): string {
  const arms = [0, 60, 120].map((degrees) => {
    const dx = Math.sin((degrees * Math.PI) / 180) * r;
    const dy = Math.cos((degrees * Math.PI) / 180) * r;
    return `M${Math.round(x - dx)} ${Math.round(y - dy)}L${Math.round(x + dx)} ${Math.round(y + dy)}`;
  });
  const k = r * 0.3;
  const e = r * 0.94;
  const tips = `M${x - k} ${y - e}l${k} ${k} ${k} ${-k}M${x - k} ${y + e}l${k} ${-k} ${k} ${k}`;
  return line(colour, Math.max(3, r * 0.17), ...arms, tips);
}

/** A flash of lightning, 60 high at scale 1, around `x`, `y`. */
export function bolt(x: number, y: number, scale = 1): string {
  const points = [6, -30, -18, 5, -3, 5, -8, 30, 18, -7, 3, -7];
  return poly(...points.map((value, i) => value * scale + (i % 2 === 0 ? x : y)));
}

/** A leaf from its stem at `x`, `y` to a tip at `dx`, `dy` from there. */
export function leaf(x: number, y: number, dx: number, dy: number): string {
  const [bx, by] = [dy * 0.42, -dx * 0.42];
  return `M${x} ${y}q${dx * 0.4 + bx} ${dy * 0.4 + by} ${dx} ${dy}q${-dx * 0.4 - bx} ${-dy * 0.4 - by} ${-dx} ${-dy}z`;
}

/** A plant in a pot that stands at `x`, `y`, 80 high. */
export function potPlant(t: Tones, x: number, y: number): string {
  return (
    line(t.leaf, 4, `M${x} ${y - 26}v-26`) +
    fill(t.leaf, leaf(x, y - 30, -30, -30), leaf(x, y - 32, 8, -48), leaf(x, y - 28, 34, -22)) +
    fill(t.brick, poly(x - 18, y - 30, x + 18, y - 30, x + 13, y, x - 13, y))
  );
}

type Joint = readonly [elbowX: number, elbowY: number, handX: number, handY: number];

/** How a {@link person} looks. Joints are relative to the shoulder. */
export interface Look {
  top: string;
  legs?: string;
  skin?: string;
  hair?: string;
  /** A helmet or cap in this colour over the hair. */
  helmet?: string;
  /** Hair down to the shoulders. */
  long?: boolean;
  left?: Joint;
  right?: Joint;
  /** The upper body only, for somebody behind a table; arms only where a joint is given. */
  bust?: boolean;
}

/** A standing person, 156 high, with the feet at `x`, `y`. */
export function person(t: Tones, x: number, y: number, look: Look): string {
  const { top, legs = t.ink, skin = t.skin, hair = t.ink, helmet, long, bust } = look;
  const l = look.left ?? [-5, 26, -3, 50];
  const r = look.right ?? [5, 26, 3, 50];
  const shoulder = y - 104;
  const limb = (from: number, [ex, ey, hx, hy]: Joint) =>
    `M${from} ${shoulder}L${from + ex} ${shoulder + ey} ${from + hx} ${shoulder + hy}`;
  const armless = bust === true && look.left === undefined && look.right === undefined;
  const hands = [x - 17 + l[2], shoulder + l[3], x + 17 + r[2], shoulder + r[3]];
  return (
    (long ? line(hair, 36, `M${x} ${y - 136}v12`) : '') +
    (bust
      ? ''
      : line(legs, 17, `M${x - 10} ${y - 62}v48M${x + 10} ${y - 62}v48`) +
        line(t.ink, 9, `M${x - 11} ${y - 4}h-8M${x + 11} ${y - 4}h8`)) +
    fill(top, `M${x - 24} ${y - 54}v-46q0-16 16-16h16q16 0 16 16v46z`) +
    line(skin, 11, `M${x} ${y - 128}v11`) +
    dots(skin, 15, x, y - 138) +
    (helmet === undefined
      ? fill(hair, `M${x - 16} ${y - 137}a16 17 0 0 1 32 0q-8-1-12-8q-8 8-20 8z`)
      : fill(helmet, `M${x - 17} ${y - 140}a17 18 0 0 1 34 0h7v5h-41z`)) +
    (armless ? '' : line(top, 12, limb(x - 17, l), limb(x + 17, r)) + dots(skin, 7, ...hands))
  );
}
