import type { Session } from '../lib/host-types';
import { textOf } from '../lib/http';
import { type Answer, createAnswers } from './answers';
import { obey } from './commands';
import { createFunctionShelf, reviveFunctions } from './functions';
import { type FrameCommand, type FrameMessage, isFrameCommand, THEME_ATTRIBUTE } from './messages';
import type { OpenFrame } from './open-frame';

type Parts = Pick<
  OpenFrame,
  | 'ticket'
  | 'request'
  | 'basePath'
  | 'resize'
  | 'submit'
  | 'close'
  | 'refresh'
  | 'configure'
  | 'colorMode'
> & { session: () => Session };

export type Connection = { sendTheme: () => void; disconnect: () => void };

/** Joins one iframe with the page: only its own window, origin and frame id are heard. */
export function connectFrame(iframe: HTMLIFrameElement, parts: Parts): Connection {
  const { frameId, url } = parts.ticket;
  const origin = new URL(url, window.location.href).origin;
  const cleanUps: (() => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const shelf = createFunctionShelf();
  const answers = createAnswers();
  let isThemed = false;

  const post = (message: FrameMessage) => iframe.contentWindow?.postMessage(message, origin);
  const postTheme = () =>
    post({ bridge: frameId, theme: { colorMode: parts.colorMode(), theme: THEME_ATTRIBUTE } });
  const frame: OpenFrame = {
    ...parts,
    sendTheme: () => {
      isThemed = true;
      postTheme();
    },
    whenGone: (cleanUp) => cleanUps.push(cleanUp),
    onClosed: (listener) => closeListeners.push(listener),
  };

  const execute = ({ cmd, payload }: FrameCommand): Promise<unknown> => {
    if (cmd === '__answer') return Promise.resolve(answers.take(payload as Answer));
    if (cmd === '__callback') {
      const { callback, args } = payload as { callback: number; args: unknown[] };
      const revived = reviveFunctions(args, callFrame) as unknown[];
      return Promise.resolve(shelf.call(callback, revived));
    }
    return obey(cmd, reviveFunctions(payload, callFrame), frame, parts.session());
  };
  const callFrame = (callback: number, args: unknown[]) => {
    const { answer: number, result } = answers.expect();
    const stored = shelf.store(args) as unknown[];
    post({ bridge: frameId, callback, args: stored, answer: number });
    return result;
  };
  const answer = async (command: FrameCommand): Promise<void> => {
    const { id } = command;
    try {
      const result = shelf.store(await execute(command));
      post({ bridge: frameId, id, ok: true, result });
    } catch (problem) {
      post({ bridge: frameId, id, ok: false, error: { message: textOf(problem) } });
    }
  };
  const hear = (event: MessageEvent<unknown>) => {
    if (event.source !== iframe.contentWindow || event.origin !== origin) return;
    if (!isFrameCommand(event.data) || event.data.bridge !== frameId) return;
    void answer(event.data);
  };
  window.addEventListener('message', hear);
  return {
    sendTheme: () => {
      if (isThemed) postTheme();
    },
    disconnect: () => {
      for (const listener of closeListeners) listener();
      for (const cleanUp of cleanUps) cleanUp();
      window.removeEventListener('message', hear);
    },
  };
}
