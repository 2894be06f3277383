import { useEffect, useRef } from 'react';
import type { SearchNeighbour } from '../../lib/search-setup.ts';
import type { SearchState } from '../../lib/search-params.ts';
import { restoreScrollPosition } from './keep-scroll.ts';
import type { SearchAnswer } from './provider.ts';
import { ResultCard } from './ResultCard.tsx';
import { TEXTS } from './texts.ts';
import { PAGE_SIZE } from './use-search.ts';

interface Props {
  answer: SearchAnswer;
  /** The search that it belongs to. */
  answered: SearchState;
  labels: ReadonlyMap<string, string>;
  /** Regions that results may come from; none if all are of this site's. */
  regions: readonly SearchNeighbour[];
  onMore: () => void;
}

/** About what a desktop shows without scrolling. */
const EARLY_HITS = 4;

export function ResultList({ answer, answered, labels, regions, onMore }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const awaited = useRef<number>();
  const shown = answer.hits.length;

  useEffect(restoreScrollPosition, []);

  useEffect(() => {
    // After "more", reading goes on at the first new result, also by keyboard.
    if (awaited.current === undefined || shown <= awaited.current) return;
    list.current?.children[awaited.current]?.querySelector('a')?.focus();
    awaited.current = undefined;
  }, [shown]);

  return (
    <>
      <ol className="search-hits" ref={list}>
        {answer.hits.map((hit, index) => (
          <ResultCard
            key={hit.id}
            hit={hit}
            terms={answer.terms}
            labels={labels}
            region={regions.find(({ slug }) => slug === hit.region)}
            origin={answered.near?.origin ?? null}
            isEnding={answered.sort === 'ending'}
            isEarly={index < EARLY_HITS}
          />
        ))}
      </ol>
      {answer.total > shown && (
        <button
          type="button"
          className="search-more button is-quiet"
          onClick={() => {
            awaited.current = shown;
            onMore();
          }}
        >
          {TEXTS.more(Math.min(answer.total - shown, PAGE_SIZE), shown, answer.total)}
        </button>
      )}
    </>
  );
}
