import type { Language } from '../../core/language';

/** What is said of a blocker that is gone: `what` is a key or a count, `who` a name or null. */
export type GoneTexts = {
  readonly deleted: (what: string, who: string | null) => string;
  readonly unlinked: (what: string, who: string | null) => string;
  /** Nobody told: it was deleted, or the app may not see it any more. */
  readonly silently: (what: string) => string;
  /** One that not everybody may know by name. */
  readonly item: (department: string) => string;
  /** To the TAM, behind what happened: `key` was to wait for it. */
  readonly planned: (key: string) => string;
  readonly restorable: string;
};

export const GONE_TEXTS: Readonly<Record<Language, GoneTexts>> = {
  en: {
    deleted: (what, who) => `${what} was deleted${by(who)}.`,
    unlinked: (what, who) => `The link to ${what} was removed${by(who)}.`,
    silently: (what) => `${what} was deleted, or TAM may not see it any more.`,
    item: (department) => `1 item in ${department}`,
    planned: (key) => `By plan ${key} was to wait for it.`,
    restorable: 'The TAM panel can restore the link.',
  },
  ru: {
    deleted: (what, who) => `Удалено: ${what}, ${whoRu(who)}.`,
    unlinked: (what, who) => `Снята связь с ${what}, ${whoRu(who)}.`,
    silently: (what) => `Удалено или больше не видно TAM: ${what}.`,
    item: (department) => `1 задача (${department})`,
    planned: (key) => `По плану этого должна была ждать ${key}.`,
    restorable: 'Вернуть связь можно на панели TAM.',
  },
};

function by(who: string | null): string {
  return who === null ? '; it is not known by whom' : ` by ${who}`;
}

function whoRu(who: string | null): string {
  return who === null ? 'кем — неизвестно' : `кем: ${who}`;
}
