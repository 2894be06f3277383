import { useRef, type ReactNode } from 'react';
import { MAX_TEXT_LENGTH, SEARCH_PARAMS } from '../../lib/search-params.ts';
import { TEXTS } from './texts.ts';

interface Props {
  text: string;
  onType: (text: string) => void;
  onSubmit: () => void;
  /** The visitor is about to search. */
  onApproach: () => void;
  children: ReactNode;
}

export function SearchForm({ text, onType, onSubmit, onApproach, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      className="search-box"
      role="search"
      action="/suche/"
      method="get"
      onSubmit={(event) => {
        event.preventDefault();
        // On phones the keyboard covers the results.
        if (matchMedia('(pointer: coarse)').matches) input.current?.blur();
        onSubmit();
      }}
    >
      <label className="visually-hidden" htmlFor="search-text">
        {TEXTS.label}
      </label>
      <div className="search-box-row">
        <input
          ref={input}
          id="search-text"
          className="search-box-input"
          type="search"
          name={SEARCH_PARAMS.text}
          value={text}
          maxLength={MAX_TEXT_LENGTH}
          placeholder={TEXTS.placeholder}
          autoComplete="off"
          enterKeyHint="search"
          onFocus={onApproach}
          onChange={(event) => {
            onType(event.target.value);
          }}
        />
        <button className="button" type="submit" onPointerEnter={onApproach}>
          {TEXTS.submit}
        </button>
      </div>
      {children}
    </form>
  );
}
