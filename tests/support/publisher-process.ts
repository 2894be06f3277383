import { loadPublisherSettings } from '../../scripts/lib/config.ts';
import { runPublisher } from '../../scripts/lib/publisher/run-publisher.ts';
import { runCommand } from '../../scripts/lib/run-command.ts';
import { createFakeBuilder } from './fake-builder.ts';

/** The publisher as a process of its own, with a builder that is fast. */
await runCommand(async () => {
  const { build } = createFakeBuilder();
  await runPublisher(loadPublisherSettings({ envFile: '/dev/null' }), {
    build: (request, signal) => build(request, signal),
    buildKey: 'test',
  });
});
