import { useId, useState } from 'react';
import { findOrigin, type SearchOrigin, type SearchPlace } from '../../lib/search-near.ts';
import { SEARCH_PARAMS } from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

interface Props {
  places: readonly SearchPlace[];
  regionName: string;
  origin: SearchOrigin | null;
  /** Null: no place any more. */
  onChoose: (origin: SearchOrigin | null) => void;
}

const POSTAL_CODE = /^\s*\d{5}\s*$/;

/**
 * Asks for a place or a postal code. A whole name counts at once, the beginning of one when the
 * visitor goes on.
 */
export function OriginField({ places, regionName, origin, onChoose }: Props) {
  const id = useId();
  const label = origin?.label ?? '';
  const [shown, setShown] = useState(label);
  const [typed, setTyped] = useState(label);
  const [isUnknown, setIsUnknown] = useState(false);
  if (shown !== label) {
    setShown(label);
    setTyped(label);
    setIsUnknown(false);
  }

  const choose = (found: SearchOrigin | null) => {
    if (found?.value !== origin?.value) onChoose(found);
  };
  const finish = () => {
    const found = findOrigin(typed, places);
    const isEmpty = typed.trim() === '';
    setIsUnknown(found === null && !isEmpty);
    if (found !== null) setTyped(found.label);
    // A slip of the finger must not undo what was chosen before.
    if (found !== null || isEmpty) choose(found);
  };

  return (
    <div className="search-field">
      <label htmlFor={id}>{TEXTS.origin}</label>
      <input
        id={id}
        name={SEARCH_PARAMS.near}
        type="text"
        value={typed}
        list={`${id}places`}
        maxLength={80}
        autoComplete="off"
        enterKeyHint="search"
        aria-invalid={isUnknown}
        aria-describedby={isUnknown ? `${id}error` : undefined}
        onChange={({ target: { value } }) => {
          setTyped(value);
          setIsUnknown(false);
          const isWhole = POSTAL_CODE.test(value) || places.some(({ name }) => name === value);
          if (isWhole) choose(findOrigin(value, places) ?? origin);
        }}
        onBlur={finish}
        onKeyDown={({ key }) => {
          if (key === 'Enter') finish();
        }}
      />
      <datalist id={`${id}places`}>
        {places.map(({ slug, name, postalCodes }) => (
          <option key={slug} value={name} label={postalCodes.join(', ')} />
        ))}
      </datalist>
      {isUnknown && (
        <p id={`${id}error`} className="search-field-error" role="alert">
          {TEXTS.originUnknown(typed.trim(), regionName, places[0])}
        </p>
      )}
    </div>
  );
}
