import { foldWord, wordsOf } from '../../lib/german/fold.ts';
import { Highlighted } from './Highlighted.tsx';
import { SUGGESTION_KINDS, type Suggestion } from './suggestions.ts';
import { TEXTS } from './texts.ts';
import type { useSuggestionBox } from './use-suggestion-box.ts';

interface Props {
  box: ReturnType<typeof useSuggestionBox>;
  text: string;
}

const KINDS = Object.keys(SUGGESTION_KINDS) as Suggestion['kind'][];

/** The suggestions by their kinds. Focus stays in the field, which names the chosen one. */
export function Suggestions({ box, text }: Props) {
  const { isOpen, items } = box;
  const marks = wordsOf(text).map(({ text: word }) => foldWord(word));
  return (
    <>
      <div {...box.menuProps(TEXTS.suggestions)} className="suggestions" hidden={!isOpen}>
        {isOpen &&
          KINDS.filter((kind) => items.some((item) => item.kind === kind)).map((kind) => (
            <div key={kind} role="group" aria-labelledby={`suggestions-${kind}`}>
              <p id={`suggestions-${kind}`} className="suggestions-kind" role="presentation">
                {TEXTS.suggestionKinds[kind]}
              </p>
              {items.map((item, index) =>
                item.kind === kind ? (
                  <div
                    key={`${item.label} ${item.detail ?? ''}`}
                    {...box.itemProps(item, index)}
                    className={index === box.highlighted ? 'suggestion is-chosen' : 'suggestion'}
                  >
                    <span className="suggestion-label">
                      <Highlighted text={item.label} terms={marks} />
                    </span>
                    {item.detail !== null && (
                      <span className="suggestion-detail">{item.detail}</span>
                    )}
                  </div>
                ) : null,
              )}
            </div>
          ))}
      </div>
      <p role="status" className="visually-hidden">
        {isOpen ? TEXTS.suggestionCount(items.length) : ''}
      </p>
    </>
  );
}
