import type { Language } from '../../core/language';
import type { Department } from '../../core/project/client-project';
import type { Instant } from '../../core/time';

/** Settings (Forge KVS). */
export type SettingsPort = {
  /** By name. What others have saved may come seconds late, what this invocation has saved does not. */
  readonly listDepartments: () => Promise<readonly Department[]>;
  /** Adds it, or replaces the one of the same project; touches no other. */
  readonly saveDepartment: (department: Department) => Promise<void>;
  /** False when there was none. */
  readonly removeDepartment: (projectId: string) => Promise<boolean>;
  /** Null means: the link type named "Blocks". */
  readonly findBlockLinkTypeId: () => Promise<string | null>;
  readonly saveBlockLinkTypeId: (id: string) => Promise<void>;
  /** What the app speaks where Forge does not tell who reads; English until one is chosen. */
  readonly findLanguage: () => Promise<Language>;
  readonly saveLanguage: (language: Language) => Promise<void>;
  /** The latest version of each policy, by key. */
  readonly listPolicyTexts: () => Promise<readonly PolicyVersion[]>;
  /** The latest version. */
  readonly findPolicyText: (key: string) => Promise<PolicyVersion | null>;
  /** Every version, oldest first. */
  readonly listPolicyVersions: (key: string) => Promise<readonly PolicyVersion[]>;
  /** False when that version is there already: a version never changes. */
  readonly addPolicyVersion: (policy: PolicyVersion) => Promise<boolean>;
};

export type PolicyText = {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly text: string;
};

/** One version of a policy, as it was saved. */
export type PolicyVersion = PolicyText & {
  /** Cycles that start from then on are judged by it; only a first version reaches behind `savedAt`. */
  readonly effectiveFrom: Instant;
  readonly savedAt: Instant;
  /** So are cycles that were open then ("apply to open"). */
  readonly appliesToOpen: boolean;
};
