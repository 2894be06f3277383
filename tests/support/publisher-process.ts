import { loadPublisherSettings } from '../../scripts/lib/config.ts';
import { runPublisher } from '../../scripts/lib/publisher/run-publisher.ts';
import { runCommand } from '../../scripts/lib/run-command.ts';
import { createFakeRenderers } from './fake-renderer.ts';

/** The publisher as a process of its own, with a builder that is fast. */
await runCommand(async () => {
  await runPublisher(loadPublisherSettings({ envFile: '/dev/null' }), {
    openRenderer: createFakeRenderers().open,
    buildKey: 'test',
    clientDir: '/nowhere',
  });
});
