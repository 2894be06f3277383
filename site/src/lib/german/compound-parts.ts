export const COMPOUND_PARTS = `halle, lager, kühl, anhänger, stapler, gabel`;
export const UNSPLIT = ``;
