/**
 * Loaded into a child process with `--import`: ends it when its parent is gone, even after
 * `kill -9`, so that no orphan keeps a port or a core. Workers have no channel and are left alone.
 */
if (process.channel !== undefined) {
  process.on('disconnect', () => process.exit(1));
  // Watching the parent must not keep a finished child alive.
  process.channel.unref();
}
