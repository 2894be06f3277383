import { useCombobox } from 'downshift';
import { useEffect, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Suggestion } from './suggestions.ts';

interface Options {
  text: string;
  suggestions: readonly Suggestion[];
  onType: (text: string) => void;
  onChoose: (suggestion: Suggestion) => void;
}

/** Attributes that tell of suggestions; before the page's script runs there are none. */
const WITHOUT_SUGGESTIONS = {
  role: undefined,
  'aria-activedescendant': undefined,
  'aria-autocomplete': undefined,
  'aria-controls': undefined,
  'aria-expanded': undefined,
} as const;

/** A text field that offers suggestions: it can be used as if it had none. */
export function useSuggestionBox({ text, suggestions, onType, onChoose }: Options) {
  const [isReady, setIsReady] = useState(false);
  // What the visitor is choosing from stays as it is, whatever is found meanwhile.
  const [held, setHeld] = useState<readonly Suggestion[] | null>(null);
  const items = held ?? suggestions;

  useEffect(() => {
    setIsReady(true);
  }, []);

  const combobox = useCombobox({
    items: [...items],
    // The text is the visitor's: no suggestion is ever put into it.
    inputValue: text,
    selectedItem: null,
    itemToString: () => text,
    onHighlightedIndexChange: ({ highlightedIndex }) => {
      setHeld(highlightedIndex === -1 ? null : items);
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) onChoose(selectedItem);
    },
  });
  const { highlightedIndex: highlighted, getInputProps, getItemProps, getMenuProps } = combobox;
  const isOpen = combobox.isOpen && items.length > 0;

  const close = () => {
    combobox.closeMenu();
    combobox.setHighlightedIndex(-1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { isComposing } = event.nativeEvent;
    const isPlainEnter = event.key === 'Enter' && highlighted === -1;
    const movesInText = event.key === 'Home' || event.key === 'End';
    if (isComposing || isPlainEnter || movesInText) leaveToBrowser(event);
    else if (event.key === 'Escape' && !isOpen && text !== '') onType('');
  };

  return {
    isOpen,
    items,
    highlighted,
    close,
    labelProps: combobox.getLabelProps(),
    menuProps: (label: string) => getMenuProps({ 'aria-label': label }),
    itemProps: (item: Suggestion, index: number) => getItemProps({ item, index }),
    inputProps: (own: { onFocus: () => void }) => ({
      ...getInputProps({
        ...own,
        onChange: (event: { target: EventTarget }) => {
          onType((event.target as HTMLInputElement).value);
        },
        onKeyDown,
        onBlur: (event: FocusEvent<HTMLInputElement>) => {
          // Leaving the field chooses nothing.
          leaveToBrowser(event);
          close();
        },
      }),
      ...(isReady ? { 'aria-expanded': isOpen } : WITHOUT_SUGGESTIONS),
    }),
  };
}

/** Keeps the library from acting on an event. */
function leaveToBrowser({ nativeEvent }: { nativeEvent: Event }): void {
  Object.assign(nativeEvent, { preventDownshiftDefault: true });
}
