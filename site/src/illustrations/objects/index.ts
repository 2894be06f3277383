import { type Scene } from '../scene.ts';

/** All scenes by category key. */
export const SCENES: ReadonlyMap<string, Scene> = new Map<string, Scene>([]);
