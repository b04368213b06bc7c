import type { FrameRequest } from '../../../forge/frames/frame';
import type { FrameTicket } from '../lib/host-types';

/** Asks a rule's page for its configuration: a JSON text, or undefined when it is not ready. */
export type OnConfigure = () => Promise<string | undefined>;

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
  /** Keeps how a rule's page hands over what it configured; absent on other pages. */
  configure?: ((ask: OnConfigure) => void) | undefined;
  onClosed: (listener: () => void) => void;
};
