import { createContext, type ReactNode, useContext } from 'react';
import type { ViewerContext } from '../bridge/context';
import type { Texts } from '../i18n/en';
import { type Language, languageOf } from '../i18n/locale';
import type { Reader } from '../i18n/moments';
import { textsIn } from '../i18n/texts';

/** Who looks: language and zone for every text and date, and where the frame stands. */
export type Viewer = Reader & {
  readonly texts: Texts;
  readonly siteUrl: string;
  readonly extension: Readonly<Record<string, unknown>>;
};

const Current = createContext<Viewer | null>(null);

/** Who looks, with the texts of his language. */
export function viewerFrom(context: ViewerContext): Viewer {
  const language: Language = languageOf(context.locale);
  const { timeZone, siteUrl, extension } = context;
  return { language, timeZone, texts: textsIn(language), siteUrl, extension };
}

/** Tells everything inside of it who looks. */
export function ViewerProvider(props: { viewer: Viewer; children: ReactNode }) {
  return <Current.Provider value={props.viewer}>{props.children}</Current.Provider>;
}

/** Who looks. Throws outside of `mountSurface`, which provides it. */
export function useViewer(): Viewer {
  const viewer = useContext(Current);
  if (!viewer) throw new Error('useViewer stands outside of mountSurface');
  return viewer;
}

/** The texts in the language of who looks. */
export function useTexts(): Texts {
  return useViewer().texts;
}
