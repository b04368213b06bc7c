import type { ProjectStorePort } from '../usecases/ports/store-ports';
import type { Sql } from './sql';

export function projectStore(_sql: Sql): ProjectStorePort {
  throw new Error('not filled in yet');
}
