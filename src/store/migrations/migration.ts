/**
 * One DDL statement. Append only: a name that has run is never run again, so a change of a table
 * is a new entry. Not atomic and not locked (two processes may run it at once), hence IF NOT
 * EXISTS everywhere; no AUTO_INCREMENT, which makes hot spots in TiDB.
 */
export type Migration = { readonly name: string; readonly statement: string };
