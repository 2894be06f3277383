import { describeRevisions } from './revision-suite.ts';

describeRevisions('SQLite', () => ({}));
