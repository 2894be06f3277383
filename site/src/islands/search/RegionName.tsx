import type { SearchNeighbour } from '../../lib/search-setup.ts';

/** A region's name beside its colours. */
export function RegionName({ region }: { region: SearchNeighbour }) {
  const { name, primary, accent } = region;
  return (
    <span className="search-region">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path fill={primary} d="M0 0h16v16H0z" />
        <path fill={accent} d="M0 12c4-3 8-3 11-1s4 1 5 0v5H0z" />
      </svg>
      {name}
    </span>
  );
}
