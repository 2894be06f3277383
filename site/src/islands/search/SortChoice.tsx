import { SEARCH_PARAMS, SEARCH_SORTS, type SearchSort } from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

interface Props {
  sort: SearchSort;
  onChoose: (sort: SearchSort) => void;
}

export function SortChoice({ sort, onChoose }: Props) {
  return (
    <label className="search-sort">
      <span className="visually-hidden">{TEXTS.sort}</span>
      <select
        name={SEARCH_PARAMS.sort}
        value={sort}
        onChange={(event) => {
          const chosen = SEARCH_SORTS.find((name) => name === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {SEARCH_SORTS.map((name) => (
          <option key={name} value={name}>
            {TEXTS.sorts[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
