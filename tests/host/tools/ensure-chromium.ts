import { existsSync } from 'node:fs';
import { findOnPath } from './find-on-path';
import { installWithApt } from './install-with-apt';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const WHAT_TO_INSTALL =
  'No Chromium found: install chromium on Debian (sudo apt-get install chromium), Google Chrome ' +
  'on macOS (brew install --cask google-chrome) or on Windows (winget install Google.Chrome), ' +
  'or set TAM_CHROMIUM to the program.';

/** The browser for the browser tests, as a path. Throws with what to install if there is none. */
export function ensureChromium(say: (line: string) => void): string {
  const path = process.env.TAM_CHROMIUM || find() || installed(say);
  if (path === undefined) throw new Error(WHAT_TO_INSTALL);
  return path;
}

function find(): string | undefined {
  return findOnPath(NAMES) ?? APPLICATIONS.find((path) => existsSync(path));
}

function installed(say: (line: string) => void): string | undefined {
  return installWithApt('chromium', say) ? find() : undefined;
}
