/** What an app's frame sends: a command with an id to answer under. */
export type FrameCommand = { bridge: string; id: number | string; cmd: string; payload?: unknown };

/** What goes back: the answer, a call of a function that the frame passed, or a change of theme. */
export type FrameMessage =
  | { bridge: string; id: number | string; ok: true; result: unknown }
  | { bridge: string; id: number | string; ok: false; error: { message: string } }
  | { bridge: string; callback: number; args: unknown[]; answer: number }
  | { bridge: string; theme: { colorMode: string; theme: string } };

export const THEME_ATTRIBUTE =
  'light:light dark:dark spacing:spacing typography:typography shape:shape';

export function isFrameCommand(data: unknown): data is FrameCommand {
  if (typeof data !== 'object' || data === null) return false;
  const one = data as Partial<FrameCommand>;
  return typeof one.bridge === 'string' && typeof one.cmd === 'string' && one.id !== undefined;
}
