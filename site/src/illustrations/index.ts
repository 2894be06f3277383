/** Pictures that the portal draws itself, in the colours of the region. */
export { mix } from './colour.ts';
export { ILLUSTRATION_SIZE, illustrationShapes, illustrationSvg } from './illustration.ts';
export { markShapes, markSvg } from './mark.ts';
export { type Palette } from './tones.ts';
