import type { ReactNode } from 'react';
import { MAX_TEXT_LENGTH, SEARCH_PARAMS } from '../../lib/search-params.ts';
import { Suggestions } from './Suggestions.tsx';
import type { Suggestion } from './suggestions.ts';
import { TEXTS } from './texts.ts';
import { useSuggestionBox } from './use-suggestion-box.ts';

interface Props {
  text: string;
  suggestions: readonly Suggestion[];
  onType: (text: string) => void;
  onChoose: (suggestion: Suggestion) => void;
  onSubmit: () => void;
  /** The visitor is about to search. */
  onApproach: () => void;
  children: ReactNode;
}

/** The text of the search, with suggestions below it while it is typed. */
export function SearchForm({
  text,
  suggestions,
  onType,
  onChoose,
  onSubmit,
  onApproach,
  children,
}: Props) {
  const box = useSuggestionBox({ text, suggestions, onType, onChoose });
  return (
    <form
      className="search-box"
      role="search"
      action="/suche/"
      method="get"
      onSubmit={(event) => {
        event.preventDefault();
        box.close();
        // On phones the keyboard covers the results.
        const { activeElement } = document;
        const hidesResults = matchMedia('(pointer: coarse)').matches;
        if (hidesResults && activeElement instanceof HTMLElement) activeElement.blur();
        onSubmit();
      }}
    >
      <label className="visually-hidden" {...box.labelProps}>
        {TEXTS.label}
      </label>
      <div className="search-box-field">
        <div className="search-box-row">
          <input
            {...box.inputProps({ onFocus: onApproach })}
            className="search-box-input"
            type="text"
            inputMode="search"
            name={SEARCH_PARAMS.text}
            maxLength={MAX_TEXT_LENGTH}
            placeholder={TEXTS.placeholder}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
          />
          <button className="button" type="submit" onPointerEnter={onApproach}>
            {TEXTS.submit}
          </button>
        </div>
        <Suggestions box={box} text={text} />
      </div>
      {children}
    </form>
  );
}
