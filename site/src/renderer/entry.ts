import { isMainThread } from 'node:worker_threads';

// The program and its helper thread are one file, because compiled pages have names that change.
if (isMainThread) await import('./main.ts');
else (await import('./file-writer.ts')).answerWriteJobs();
