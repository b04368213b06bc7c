import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect, useRef, useState } from 'react';
import type { FrameRequest } from '../../../forge/frames/frame';
import type { FrameTicket } from '../lib/host-types';
import { http } from '../lib/http';
import { useSession } from '../lib/session';
import { listen } from '../lib/stream';
import { useLoad } from '../lib/use-load';
import { type Connection, connectFrame } from './connect-frame';
import type { OnConfigure } from './open-frame';

const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads';

type AppFrameProps = FrameRequest & {
  title: string;
  /** Where the page's own history starts in the address bar. */
  basePath?: string;
  /** 'content' follows the height that the frame reports, 'page' takes at least the window's. */
  height?: 'content' | 'page';
  onSubmit?: (payload: unknown) => unknown;
  onClose?: (payload: unknown) => unknown;
  onRefresh?: () => unknown;
  onConfigure?: (ask: OnConfigure) => void;
};

/**
 * A surface of the app in its sandboxed frame; a new frame for each issue, person and clock
 * setting.
 */
export function AppFrame(props: AppFrameProps) {
  const { title, basePath, height, onSubmit, onClose, onRefresh, onConfigure, ...request } = props;
  const [round, setRound] = useState(0);
  useEffect(() => {
    return listen((news) => {
      if (news.type === 'clock') setRound((before) => before + 1);
    });
  }, []);
  const key = JSON.stringify([request, round]);
  const ticket = useLoad(`frame ${key}`, () => http.post<FrameTicket>('/host/frames', request));
  if (ticket.error) {
    return (
      <SectionMessage appearance="error" title={`${title} can't be shown`}>
        <p>{ticket.error}</p>
      </SectionMessage>
    );
  }
  if (!ticket.data) {
    return (
      <div className="loading">
        <Spinner label={`Loading ${title}`} />
      </div>
    );
  }
  return <Iframe key={ticket.data.frameId} {...props} request={request} ticket={ticket.data} />;
}

type IframeProps = AppFrameProps & { request: FrameRequest; ticket: FrameTicket };

function Iframe(props: IframeProps) {
  const { session } = useSession();
  const [contentHeight, setContentHeight] = useState<number>();
  const iframe = useRef<HTMLIFrameElement>(null);
  const connection = useRef<Connection>();
  const latest = useRef({ props, session });
  latest.current = { props, session };

  useEffect(() => {
    if (!iframe.current) return undefined;
    const { ticket, request, basePath, ...handlers } = latest.current.props;
    const { onSubmit, onClose, onRefresh, onConfigure } = handlers;
    connection.current = connectFrame(iframe.current, {
      ticket,
      request,
      basePath: basePath ?? window.location.pathname,
      resize: (height) => setContentHeight(Math.ceil(height)),
      session: () => latest.current.session,
      colorMode: () => latest.current.session.colorMode,
      submit: onSubmit && ((payload) => latest.current.props.onSubmit?.(payload)),
      close: onClose && ((payload) => latest.current.props.onClose?.(payload)),
      configure: onConfigure && ((ask) => latest.current.props.onConfigure?.(ask)),
      refresh: onRefresh && (() => latest.current.props.onRefresh?.()),
    });
    // The frame may load only when somebody listens: a fast one would talk into the void.
    iframe.current.src = ticket.url;
    return () => connection.current?.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new colour mode is what is to be told
  useEffect(() => connection.current?.sendTheme(), [session.colorMode]);

  return (
    <iframe
      ref={iframe}
      title={props.title}
      sandbox={SANDBOX}
      className={`app-frame app-frame-${props.height ?? 'content'}`}
      height={contentHeight}
    />
  );
}
