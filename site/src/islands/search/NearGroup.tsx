import { useId } from 'react';
import { RADII_KM } from '../../lib/search-near.ts';
import { SEARCH_PARAMS, type SearchState } from '../../lib/search-params.ts';
import type { SearchSetup } from '../../lib/search-setup.ts';
import { withNear } from './conditions.ts';
import { FilterGroup } from './FilterGroup.tsx';
import { OriginField } from './OriginField.tsx';
import type { SearchAnswer } from './provider.ts';
import { TEXTS } from './texts.ts';

interface Props {
  setup: SearchSetup;
  state: SearchState;
  counts: SearchAnswer['withinKm'];
  onChange: (state: SearchState) => void;
}

/** Far enough for most, near enough to fetch something. */
const FIRST_RADIUS_KM = 25;

/** How far away things may be, and from where. */
export function NearGroup({ setup, state, counts, onChange }: Props) {
  const id = useId();
  const { near } = state;
  return (
    <FilterGroup label={TEXTS.near} isOpen>
      <div className="search-fields">
        <OriginField
          places={setup.places}
          regionName={setup.regionName}
          origin={near?.origin ?? null}
          onChoose={(origin) => {
            const radiusKm = near === null ? FIRST_RADIUS_KM : near.radiusKm;
            onChange(withNear(state, origin && { origin, radiusKm }));
          }}
        />
        <div className="search-field">
          <label htmlFor={id}>{TEXTS.radius}</label>
          <select
            id={id}
            name={SEARCH_PARAMS.radius}
            value={near?.radiusKm ?? ''}
            disabled={near === null}
            onChange={({ target: { value } }) => {
              if (near === null) return;
              const radiusKm = RADII_KM.find((radius) => String(radius) === value) ?? null;
              onChange(withNear(state, { ...near, radiusKm }));
            }}
          >
            <option value="">{TEXTS.anyRadius}</option>
            {RADII_KM.map((radius) => (
              <option key={radius} value={radius}>
                {TEXTS.radiusOption(radius, counts[radius])}
              </option>
            ))}
          </select>
        </div>
      </div>
    </FilterGroup>
  );
}
