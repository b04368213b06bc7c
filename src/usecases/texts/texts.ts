import type { Language } from '../../core/language';
import type { Gate } from '../../core/order/judge/judgement';
import type { FormFault } from '../../core/project/client-project-rules';
import type { Act } from '../../core/project/may';
import type { CoverageTexts } from './coverage-texts';
import { en } from './en';
import type { OrderTexts } from './order-settings-texts';
import { ru } from './ru';
import type { WhatIfTexts } from './what-if-texts';

/** Everything that a use case says to a person: what is the matter, and what to do. */
export type Texts = {
  readonly elsewhere: string;
  readonly notAllowed: Readonly<Record<Act, string>>;
  readonly issueNotFound: (key: string) => string;
  readonly projectNotFound: string;
  readonly noSuchProject: string;
  readonly notLinkedIssue: string;
  readonly linkedAlready: (key: string, project: string | null) => string;
  readonly notADepartment: string;
  readonly noIssueType: (department: string) => string;
  readonly refusedByJira: (words: string) => string;
  readonly waitsForItself: (key: string) => string;
  readonly waitsForFamily: (key: string, other: string) => string;
  readonly closesCircle: (successor: string, blocker: string, path: string) => string;
  readonly hiddenInPath: string;
  readonly noLinkType: string;
  readonly keyTaken: (key: string) => string;
  readonly createdNotLinked: (key: string) => string;
  readonly noPolicy: (clientProject: string) => string;
  readonly backfillGone: string;
  readonly backfillUnderWay: (clientProject: string) => string;
  readonly cancelBusy: string;
  readonly simulationGone: string;
  readonly noClocks: string;
  readonly noHolidaysOf: (place: string) => string;
  readonly simulationsUnderWay: (most: number) => string;
  readonly changedMeanwhile: string;
  readonly formFault: Readonly<Record<FormFault, string>>;
  readonly formHasFaults: string;
  readonly unknownPerson: string;
  readonly unknownPolicy: (key: string) => string;
  readonly reasonTooShort: (least: number) => string;
  readonly reasonTooLong: (most: number) => string;
  readonly passNotNeeded: (key: string) => string;
  readonly passPeriod: (days: number) => string;
  readonly passGone: string;
  readonly passIssuedMeanwhile: (key: string) => string;
  readonly passUnderWay: (key: string) => string;
  readonly mayNotEdit: (key: string) => string;
  readonly askedTwice: string;
  readonly notCancelled: string;
  readonly noSuchLink: string;
  readonly notInFuture: string;
  readonly noSuchClock: string;
  readonly clockHasStopped: string;
  readonly extensionTooShort: string;
  readonly editedPolicy: (name: string) => string;
  readonly versionTaken: (version: number) => string;
  readonly badJql: (words: string) => string;
  readonly busy: (seconds: number) => string;
  readonly unavailable: string;
  readonly coverage: CoverageTexts;
  /** Mails and comments about the order; `names` is a list or nothing. */
  readonly order: {
    readonly mayStart: (key: string, names: string, gone: number) => string;
    readonly due: (date: string) => string;
    /** The clock that is due first. */
    readonly slaDue: (clock: string, when: string) => string;
    readonly waitsAgain: (key: string, names: string) => string;
    readonly asked: (key: string, name: string, reason: string) => string;
    /** To whoever asked. */
    readonly issued: (key: string, name: string, reason: string) => string;
    readonly somebody: string;
    /** `early`: before its date, and nothing else stood before it. */
    readonly flag: Readonly<Record<Gate | 'early', (key: string) => string>>;
    readonly moveBack: Readonly<Record<Gate, (key: string) => string>>;
    /** A comment; `why` ends with the way out. */
    readonly movedBack: Readonly<Record<Gate, (why: string) => string>>;
    /** To whoever works on a blocker that was opened again. */
    readonly openAgain: (key: string) => string;
    /** To the TAM. */
    readonly circle: (key: string) => string;
    readonly unplanned: (key: string) => string;
  };
  readonly orderSettings: OrderTexts;
  readonly whatIf: WhatIfTexts;
  readonly badRequest: string;
  /** Mails: `when` is a time with a space before it, or nothing; `threshold` is `75%` or `30m`. */
  readonly warning: {
    readonly clock: Readonly<Record<'response' | 'resolution' | 'nextResponse', string>>;
    readonly ownership: (department: string) => string;
    readonly breached: (clock: string, when: string) => string;
    readonly due: (clock: string, when: string, threshold: string) => string;
    /** `time` is how far beyond the goal it is: `2h`. */
    readonly over: (clock: string, when: string, time: string) => string;
    readonly list: (count: number) => string;
  };
  readonly badge: {
    readonly waitsFor: (key: string) => string;
    readonly waits: (count: number) => string;
    readonly notYet: string;
    readonly ready: string;
    readonly running: string;
    readonly done: string;
    readonly suspect: string;
    readonly breached: string;
    readonly dueIn: (time: string) => string;
    readonly hours: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly paused: string;
  };
};

export const TEXTS: Readonly<Record<Language, Texts>> = { en, ru };
