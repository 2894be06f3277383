import { type Core } from '@strapi/strapi';
import { settings } from '../src/settings';

/** How long a writer waits for another process, such as a backup, to release the file. */
const BUSY_TIMEOUT_MS = 10_000;

interface SqliteConnection {
  pragma(statement: string): unknown;
}

const sqlite = {
  client: 'sqlite' as const,
  connection: { filename: settings.sqliteFile },
  useNullAsDefault: true,
  pool: {
    afterCreate(
      connection: SqliteConnection,
      done: (error: unknown, connection: SqliteConnection) => void,
    ) {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = NORMAL');
      connection.pragma('foreign_keys = ON');
      connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
      done(null, connection);
    },
  },
};

const postgres = (connectionString: string) => ({
  client: 'postgres' as const,
  connection: { connectionString },
  pool: { min: 0, max: 10 },
});

const database = {
  connection: settings.databaseUrl === null ? sqlite : postgres(settings.databaseUrl),
} as Core.Config.Database;

export default database;
