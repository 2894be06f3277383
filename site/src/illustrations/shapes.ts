/** A number as short as the eye allows: large ones whole, small ones with half steps. */
const n = (value: number) =>
  String(Math.abs(value) >= 16 ? Math.round(value) : Math.round(value * 2) / 2);

/** Path of a rectangle, with rounded corners if `r` is given. */
export function box(x: number, y: number, w: number, h: number, r = 0): string {
  if (r === 0) return `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`;
  const radius = Math.min(r, w / 2, h / 2);
  const a = `a${n(radius)} ${n(radius)} 0 0 1 `;
  const [iw, ih] = [w - 2 * radius, h - 2 * radius];
  return (
    `M${n(x + radius)} ${n(y)}h${n(iw)}${a}${n(radius)} ${n(radius)}v${n(ih)}` +
    `${a}${n(-radius)} ${n(radius)}h${n(-iw)}${a}${n(-radius)} ${n(-radius)}v${n(-ih)}` +
    `${a}${n(radius)} ${n(-radius)}z`
  );
}

/** Path of a circle, or of an ellipse if `ry` is given. */
export function disc(x: number, y: number, r: number, ry = r): string {
  return `M${n(x - r)} ${n(y)}a${n(r)} ${n(ry)} 0 1 1 ${n(2 * r)} 0a${n(r)} ${n(ry)} 0 1 1 ${n(-2 * r)} 0z`;
}

/** Path of a closed polygon: `poly(x1, y1, x2, y2, …)`. */
export function poly(...points: number[]): string {
  return `M${points.map(n).join(' ')}z`;
}

/** A filled path; several outlines of one colour are one element. */
export function fill(colour: string, ...outlines: string[]): string {
  return `<path fill="${colour}" d="${tighten(outlines.join(''))}"/>`;
}

/** A drawn line, `width` in units of the drawing; the drawing sets round ends and no fill. */
export function line(colour: string, width: number, ...outlines: string[]): string {
  return `<path stroke="${colour}" stroke-width="${n(width)}" d="${tighten(outlines.join(''))}"/>`;
}

/** Round dots of radius `r` in one short element: `dots(colour, r, x1, y1, x2, y2, …)`. */
export function dots(colour: string, r: number, ...points: number[]): string {
  const starts = points.flatMap((x, i) =>
    i % 2 === 0 ? [`M${n(x)} ${n(points[i + 1] ?? 0)}h.1`] : [],
  );
  return line(colour, 2 * r, ...starts);
}

/** The same drawing elsewhere, and larger or smaller. */
export function at(x: number, y: number, drawing: string, scale = 1): string {
  const size = scale === 1 ? '' : ` scale(${scale})`;
  return `<g transform="translate(${n(x)} ${n(y)})${size}">${drawing}</g>`;
}

// A minus sign separates numbers by itself, and a fraction needs no leading zero.
function tighten(path: string): string {
  return path.replaceAll(' -', '-').replace(/(^|[^\d.])0\.(?=\d)/g, '$1.');
}
