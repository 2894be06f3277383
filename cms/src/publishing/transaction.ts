import { type Core } from '@strapi/strapi';

/** The database's own transaction, to run plain queries in it. */
export type Transaction = Parameters<
  ReturnType<Core.Strapi['db']['getConnection']>['transacting']
>[0];

/** What code inside a transaction may use of it. */
export interface TransactionScope {
  trx: Transaction;
  /** Calls back once everything is written; never after a rollback. */
  onCommit: (callback: () => void) => void;
}

/**
 * Runs code in a transaction: the one that is open at this point of the program, or a new one.
 * Whatever the code throws takes all of it back.
 */
export function inTransaction<T>(
  strapi: Core.Strapi,
  action: (scope: TransactionScope) => Promise<T>,
): Promise<T> {
  return strapi.db.transaction(action) as Promise<T>;
}

/**
 * Reads in a transaction of its own that sees one moment of the database, whatever is written
 * meanwhile. SQLite has one connection, so nothing is.
 */
export function readOneMoment<T>(strapi: Core.Strapi, read: () => Promise<T>): Promise<T> {
  return inTransaction(strapi, async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres') {
      await trx.raw('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    }
    return read();
  });
}
