import type { Answer } from './answer';
import type { WaitView } from './order-acts';
import type { HiddenItems } from './views';

/** What the department page asks; the department is the project of the context. */
export type TamDepartmentApi = {
  load: (request: Record<string, never>) => Promise<Answer<DepartmentView>>;
};

export type DepartmentView =
  | { readonly kind: 'notADepartment' }
  | {
      readonly kind: 'department';
      readonly name: string;
      readonly ready: readonly WorkCard[];
      readonly waiting: readonly WorkCard[];
      readonly running: readonly WorkCard[];
    };

export type WorkCard = {
  readonly key: string;
  readonly summary: string;
  readonly client: string;
  readonly clientProject: string;
  readonly dueDate: string | null;
  readonly overdue: boolean;
  readonly waitsFor: readonly WaitView[];
  readonly hidden: readonly HiddenItems[];
  /** The instant before which it must not start; else null. */
  readonly notBefore: string | null;
};
