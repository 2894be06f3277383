/** The language that the CMS, the publisher and the sites share. Nothing here knows any of them. */
export * from './blocks.ts';
export * from './documents.ts';
export * from './feed.ts';
export * from './guest.ts';
export * from './renderer.ts';
export * from './snapshot.ts';
export * from './snapshot-state.ts';
export * from './vocabulary.ts';
