export const SYNONYMS = `gabelstapler, stapler, flurförderzeug`;
