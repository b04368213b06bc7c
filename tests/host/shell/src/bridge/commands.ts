import { closeFlag } from '../lib/flags';
import type { Session } from '../lib/host-types';
import { http } from '../lib/http';
import { go } from '../lib/router';
import { eventBus } from './event-bus';
import { type FlagPayload, showAppFlag } from './flag-command';
import { createFrameHistory } from './frame-history';
import { warn } from './host-warnings';
import { type ModalSize, openModal } from './modals';
import type { OnConfigure, OpenFrame } from './open-frame';
import { type Destination, pathOf } from './targets';

type Command = (payload: never, frame: OpenFrame, session: Session) => unknown;
type HostAnswer = { ok: true; result: unknown } | { ok: false; error: { message: string } };
type Subscription = { event: string; callback: (payload: unknown) => void };
type Emission = { event: string; payload?: unknown };
type RuleCallback = { data: { onConfigure: OnConfigure } };
type ModalPayload = {
  resource?: string | null;
  onClose?: (payload: unknown) => void;
  size?: ModalSize;
  context?: Record<string, unknown>;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  title?: string;
};

function follow(to: Destination, session: Session): void {
  const url = new URL(pathOf(to, session), window.location.origin);
  if (to.type === 'new-tab') window.open(url, '_blank', 'noopener');
  else if (url.origin === window.location.origin) go(url.pathname + url.search + url.hash);
  else window.location.assign(url);
}

function subscribe({ event, callback }: Subscription, frame: OpenFrame): unknown {
  const { issueKey } = frame.request;
  const stop = eventBus.on({ event, receive: callback, ...(issueKey ? { issueKey } : {}) });
  frame.whenGone(stop);
  return { unsubscribe: stop };
}

function openFrameModal(payload: ModalPayload, frame: OpenFrame): boolean {
  const { resource: own, ...request } = frame.request;
  const resource = payload.resource ?? own;
  openModal({
    request: { ...request, ...(resource ? { resource } : {}), modal: payload.context ?? {} },
    title: payload.title ?? '',
    size: payload.size ?? 'medium',
    closeOnEscape: payload.closeOnEscape ?? true,
    closeOnOverlayClick: payload.closeOnOverlayClick ?? true,
    onClose: (answer) => payload.onClose?.(answer),
  });
  return true;
}

/** `false` makes the SDK throw "this resource's view is not closable", as in Jira. */
function orRefuse(act: ((payload: unknown) => unknown) | undefined, payload: unknown): unknown {
  return act ? (act(payload) ?? true) : false;
}

const COMMANDS: Record<string, Command> = {
  getContext: (_: never, frame) => ({
    ...frame.ticket.context,
    theme: { colorMode: frame.colorMode(), dark: 'dark', light: 'light' },
  }),
  enableTheming: (_: never, frame) => frame.sendTheme(),
  resize: ({ height }: { height: number }, frame) => frame.resize(height),
  submit: (payload: unknown, frame) => orRefuse(frame.submit, payload),
  close: (payload: unknown, frame) => orRefuse(frame.close, payload),
  refresh: (payload: unknown, frame) => orRefuse(frame.refresh, payload),
  open: () => false,
  onClose: (listener: () => void, frame) => frame.onClosed(listener) ?? true,
  showFlag: (payload: FlagPayload) => showAppFlag(payload),
  closeFlag: ({ id }: { id: string }) => closeFlag(`app-${id}`) ?? true,
  openModal: openFrameModal,
  navigate: (to: Destination, _, session) => follow(to, session),
  getUrl: (to: Destination, _, session) =>
    new URL(pathOf(to, session), window.location.origin).href,
  setWorkflowRuleConfigurationCallback: ({ data }: RuleCallback, frame) => {
    frame.configure?.(data.onConfigure);
    return frame.configure !== undefined;
  },
  reload: () => window.location.reload(),
  createHistory: (_: never, frame) => createFrameHistory(frame.basePath, frame.whenGone),
  changeWindowTitle: (title: string) => {
    document.title = title;
  },
  on: subscribe,
  onPublic: subscribe,
  emit: ({ event, payload }: Emission) => eventBus.emit(event, payload),
  emitPublic: ({ event, payload }: Emission) => eventBus.emit(event, payload),
  emitReadyEvent: () => true,
};

async function askHost(cmd: string, payload: unknown, frame: OpenFrame): Promise<unknown> {
  const path = `/host/frames/${frame.ticket.frameId}/bridge`;
  const answer = await http.post<HostAnswer>(path, { cmd, payload });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.result;
}

/** Does what the frame asks; a command that Jira's page would not know is an error that names it. */
export async function obey(
  cmd: string,
  payload: unknown,
  frame: OpenFrame,
  session: Session,
): Promise<unknown> {
  if (cmd === 'invoke' || cmd === 'fetchProduct') return askHost(cmd, payload, frame);
  const command = COMMANDS[cmd];
  if (!command) {
    const text = `The host does not know the bridge command "${cmd}".`;
    warn(text);
    throw new Error(text);
  }
  return command(payload as never, frame, session);
}
