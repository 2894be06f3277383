/** A point of a drawing. */
export interface Point {
  x: number;
  y: number;
}

const CORNERS = 28;

/**
 * For each point the part of a disc around it that is nearer to it than to any other point: cells of
 * a Voronoi diagram with a round outer edge. Quick enough for some hundred points.
 */
export function cellsOf(points: readonly Point[], radius: number): Point[][] {
  return points.map((point) => {
    let cell = disc(point, radius);
    for (const other of points) if (other !== point) cell = nearerTo(point, other, cell);
    return cell;
  });
}

function disc({ x, y }: Point, radius: number): Point[] {
  return Array.from({ length: CORNERS }, (_, index) => {
    const angle = (index / CORNERS) * 2 * Math.PI;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

/** The part of a convex polygon on a point's side of the middle between it and another one. */
function nearerTo(point: Point, other: Point, polygon: readonly Point[]): Point[] {
  const across = { x: other.x - point.x, y: other.y - point.y };
  const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
  const beyond = ({ x, y }: Point) => (x - middle.x) * across.x + (y - middle.y) * across.y;
  return polygon.flatMap((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    const [here, there] = [beyond(corner), beyond(next)];
    const kept = here <= 0 ? [corner] : [];
    if (here < 0 === there < 0 || here === there) return kept;
    const share = here / (here - there);
    const cut = {
      x: corner.x + (next.x - corner.x) * share,
      y: corner.y + (next.y - corner.y) * share,
    };
    return [...kept, cut];
  });
}
