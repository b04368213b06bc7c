import type { FrameRequest } from '../../../forge/frames/frame';
import type { FrameTicket } from '../lib/host-types';

/** What the commands know about the frame that sent them. */
export type OpenFrame = {
  ticket: FrameTicket;
  request: FrameRequest;
  colorMode: () => string;
  basePath: string;
  resize: (height: number) => void;
  sendTheme: () => void;
  whenGone: (cleanUp: () => void) => void;
  submit?: ((payload: unknown) => unknown) | undefined;
  close?: ((payload: unknown) => unknown) | undefined;
  refresh?: (() => unknown) | undefined;
  onClosed: (listener: () => void) => void;
};
