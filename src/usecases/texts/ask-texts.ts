import type { Language } from '../../core/language';

/** What a TAM is asked about an issue's blocker: `what` is a key or a count. */
export type AskTexts = {
  /** `as`: the resolution or status that does not let go. */
  readonly cancelled: (key: string, what: string, as: string) => string;
  readonly archived: (key: string, what: string) => string;
  readonly unreadable: (key: string) => string;
};

export const ASK_TEXTS: Readonly<Record<Language, AskTexts>> = {
  en: {
    cancelled: (key, what, as) =>
      `${key} waited for ${what}, which was closed as ${as}. Confirm in the TAM panel that nobody need wait for it, or plan anew.`,
    archived: (key, what) =>
      `${key} waits for ${what}, which was archived while open: nobody knows whether it will be done. Remove the link, or have it taken out of the archive.`,
    unreadable: (key) =>
      `${key} waits for an item that TAM may not read: nobody knows its state. Remove the link, or let TAM see the item.`,
  },
  ru: {
    cancelled: (key, what, as) =>
      `${key}: ожидалась ${what}, закрытая как ${as}. Подтвердите на панели TAM, что ждать её не нужно, или перепланируйте.`,
    archived: (key, what) =>
      `${key} ждёт: ${what} — в архиве, хотя не закрыта, и неизвестно, будет ли сделана. Снимите связь или верните задачу из архива.`,
    unreadable: (key) =>
      `${key} ждёт задачу, которую TAM прочитать не может: её состояние неизвестно. Снимите связь или откройте задачу для TAM.`,
  },
};
