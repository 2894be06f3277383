import { type Scene } from '../scene.ts';
import { ENERGY } from './energy.ts';
import { INVESTMENT } from './investment.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { MACHINES } from './machines.ts';
import { MATERIALS } from './materials.ts';
import { ROOMS } from './rooms.ts';
import { SERVICES } from './services.ts';
import { STAFF } from './staff.ts';
import { STORAGE } from './storage.ts';
import { TRANSPORT } from './transport.ts';

/** All scenes by category key. */
export const SCENES: ReadonlyMap<string, Scene> = new Map(
  [
    MACHINES,
    STORAGE,
    TRANSPORT,
    STAFF,
    ROOMS,
    MATERIALS,
    SERVICES,
    KNOWLEDGE,
    INVESTMENT,
    ENERGY,
  ].flatMap((scenes) => Object.entries(scenes)),
);
