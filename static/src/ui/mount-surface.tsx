import 'virtual:token-styles.css';
import './base.css';
import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readContext } from '../bridge/context';
import { followTheme } from '../bridge/theme';
import { languageOf } from '../i18n/locale';
import { textsIn } from '../i18n/texts';
import { FailureNotice } from './failure-notice';
import { Skeleton } from './skeleton';
import { ViewerProvider, viewerFrom } from './viewer';

/** Starts one surface: skeleton at once, then the surface as soon as it is known who looks. */
export function mountSurface(surface: ReactElement): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('the page has no #root');
  const root = createRoot(element);
  const show = async () => {
    root.render(<Skeleton label={guessedTexts().shared.loading} />);
    try {
      const viewer = viewerFrom(await readContext());
      document.documentElement.lang = viewer.language;
      root.render(
        <StrictMode>
          <ViewerProvider viewer={viewer}>{surface}</ViewerProvider>
        </StrictMode>,
      );
    } catch {
      root.render(<FailureNotice texts={guessedTexts()} retry={() => void show()} />);
    }
  };
  void followTheme();
  void show();
}

function guessedTexts() {
  return textsIn(languageOf(navigator.language));
}
