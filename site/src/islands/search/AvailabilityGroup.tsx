import { useId, useState } from 'react';
import { SEARCH_PARAMS, toDay, type SearchState } from '../../lib/search-params.ts';
import { FilterGroup } from './FilterGroup.tsx';
import { TEXTS } from './texts.ts';

interface Props {
  state: SearchState;
  onChange: (state: SearchState) => void;
}

/** A day, or nothing: what is typed in between is neither. */
const isDayOrEmpty = (value: string) => value === '' || toDay(value) !== null;

/** When something must be available. */
export function AvailabilityGroup({ state, onChange }: Props) {
  const { availableFrom, availableUntil } = state;
  const id = useId();
  const chosen = `${availableFrom ?? ''} ${availableUntil ?? ''}`;
  const [shown, setShown] = useState(chosen);
  const [typed, setTyped] = useState({ from: availableFrom ?? '', until: availableUntil ?? '' });
  if (shown !== chosen) {
    setShown(chosen);
    setTyped({ from: availableFrom ?? '', until: availableUntil ?? '' });
  }
  const isBackwards = toDay(typed.until) !== null && typed.until < typed.from;

  const change = (next: typeof typed) => {
    setTyped(next);
    if (!isDayOrEmpty(next.from) || !isDayOrEmpty(next.until)) return;
    if (next.until !== '' && next.until < next.from) return;
    const days = { availableFrom: toDay(next.from), availableUntil: toDay(next.until) };
    onChange({ ...state, ...days, pages: 1 });
  };

  const field = (part: 'from' | 'until', name: string, label: string) => (
    <div className="search-field">
      <label htmlFor={id + part}>{label}</label>
      <input
        id={id + part}
        name={name}
        type="date"
        value={typed[part]}
        min="2000-01-01"
        max="2099-12-31"
        aria-invalid={isBackwards}
        aria-describedby={isBackwards ? `${id}error` : undefined}
        onChange={({ target: { value } }) => {
          change({ ...typed, [part]: value });
        }}
      />
    </div>
  );

  return (
    <FilterGroup label={TEXTS.available} isOpen={chosen !== ' '}>
      <div className="search-fields is-pair">
        {field('from', SEARCH_PARAMS.availableFrom, TEXTS.availableFrom)}
        {field('until', SEARCH_PARAMS.availableUntil, TEXTS.availableUntil)}
        {isBackwards && (
          <p id={`${id}error`} className="search-field-error" role="alert">
            {TEXTS.availableBackwards}
          </p>
        )}
      </div>
    </FilterGroup>
  );
}
