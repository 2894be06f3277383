import { type Backdrop } from './backdrops.ts';
import { type Tones } from './tones.ts';

/** A picture of one category: where it plays, and the object that stands for it. */
export interface Scene {
  backdrop: Backdrop;
  /** Enlarges the object from its foot; 1 if absent. */
  scale?: number;
  /** Draws the object on a 480 × 300 field; its foot is near y = 262. */
  draw: (t: Tones) => string;
}

/** The scenes of one top-level category, by key; the first part of the key alone is its own. */
export type Scenes = Readonly<Record<string, Scene>>;
