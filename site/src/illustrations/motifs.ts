import { box, disc, fill, line, poly } from './shapes.ts';
import { type Tones } from './tones.ts';

/** Outline of a pine whose foot stands at `x`, `y`. */
export function pine(x: number, y: number, height: number): string {
  const half = height * 0.23;
  const top = y - height;
  return (
    poly(x, top, x + half * 0.72, top + height * 0.42, x - half * 0.72, top + height * 0.42) +
    poly(x, top + height * 0.2, x + half, y - height * 0.12, x - half, y - height * 0.12) +
    box(x - height * 0.03, y - height * 0.14, height * 0.06, height * 0.14)
  );
}

/** Outline of a cloud with its lower edge at `y`. */
export function cloud(x: number, y: number, width: number): string {
  const h = width * 0.16;
  return (
    box(x, y - h, width, h, h / 2) +
    disc(x + width * 0.36, y - h * 0.95, width * 0.17) +
    disc(x + width * 0.62, y - h * 0.8, width * 0.12)
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
    fill(t.wood, box(x, y, w, h, 3)) +
    line(t.woodDeep, b * 0.7, `M${x + b} ${y + h - b}L${x + w - b} ${y + b}`) +
    line(t.woodDeep, b, `M${x + b / 2} ${y + b / 2}h${w - b}v${h - b}h${b - w}z`)
  );
}

/** A closed cardboard box with tape. */
export function parcel(t: Tones, x: number, y: number, w: number, h: number): string {
  return (
    fill(t.wood, box(x, y, w, h, 3)) +
    fill(t.woodDeep, box(x, y, w, h * 0.14, 2)) +
    fill(t.paper, box(x + w * 0.42, y, w * 0.16, h * 0.42))
  );
}

/** How a {@link person} looks. Points are relative to the shoulder. */
export interface Look {
  top: string;
  legs?: string;
  skin?: string;
  hair?: string;
  /** A helmet or cap in this colour instead of bare hair. */
  helmet?: string;
  /** Long hair, to the shoulders. */
  long?: boolean;
  left?: readonly [elbowX: number, elbowY: number, handX: number, handY: number];
  right?: readonly [elbowX: number, elbowY: number, handX: number, handY: number];
  /** Draws the upper body only, for somebody behind a table. */
  bust?: boolean;
}

/** A standing person, 158 high, with the feet at `x`, `y`. */
export function person(t: Tones, x: number, y: number, look: Look): string {
  const skin = look.skin ?? t.skin;
  const hair = look.hair ?? t.ink;
  const legs = look.legs ?? t.ink;
  const shoulder = y - 108;
  const arm = (side: -1 | 1, joint: Look['left']) => {
    const [ex, ey, hx, hy] = joint ?? [side * 6, 28, side * 4, 52];
    const from = x + side * 18;
    return (
      line(look.top, 13, `M${from} ${shoulder}l${ex} ${ey}L${from + hx} ${shoulder + hy}`) +
      fill(skin, disc(from + hx, shoulder + hy, 7.5))
    );
  };
  return (
    (look.long ? fill(hair, box(x - 18, y - 156, 36, 46, 17)) : '') +
    (look.bust
      ? ''
      : fill(legs, box(x - 19, y - 66, 17, 64, 5), box(x + 2, y - 66, 17, 64, 5)) +
        fill(t.ink, box(x - 24, y - 8, 23, 9, 4), box(x + 2, y - 8, 23, 9, 4))) +
    fill(skin, box(x - 6, y - 128, 12, 20)) +
    fill(look.top, `M${x - 25} ${y - 54}v-46q0-17 17-17h16q17 0 17 17v46z`) +
    fill(skin, disc(x, y - 138, 16)) +
    (look.helmet === undefined
      ? fill(hair, `M${x - 17} ${y - 137}a17 18 0 0 1 34 0q-8-1-13-9q-8 9-21 9z`)
      : fill(
          look.helmet,
          `M${x - 18} ${y - 140}a18 19 0 0 1 36 0z`,
          box(x - 18, y - 143, 43, 5, 2.5),
        )) +
    arm(-1, look.left) +
    arm(1, look.right)
  );
}
