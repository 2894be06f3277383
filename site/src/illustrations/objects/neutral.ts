import { parcel, person } from '../motifs.ts';
import { type Scene } from '../scene.ts';

/** Somebody hands a parcel to somebody: what the portal is about, for keys without a picture. */
export const NEUTRAL: Scene = {
  backdrop: 'hills',
  scale: 1.22,
  draw: (t) =>
    person(t, 158, 262, { top: t.primary, right: [14, 30, 50, 26] }) +
    person(t, 322, 262, { top: t.accent, skin: t.skinDeep, left: [-14, 30, -50, 26] }) +
    parcel(t, 214, 136, 52, 44),
};
