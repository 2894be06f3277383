/** The two colours of a region, `#rrggbb`. */
export interface BrandColours {
  primary: string;
  accent: string;
}

/** Name of the portal, the same in every region. */
export const PORTAL_NAME = 'starkeRegion';

/** Colours of the umbrella site. */
export const UMBRELLA_COLOURS: BrandColours = { primary: '#124e66', accent: '#f2a900' };
