import type { Actor } from './jira-types';
import type { Site } from './site';

export interface Call {
  site: Site;
  actor: Actor;
  /** Path parameters by the names in the template, decoded. */
  path: Record<string, string>;
  query: URLSearchParams;
  /** The body as an object; {} when there is none. */
  body: Record<string, unknown>;
  /** The body as it came: property values may be any JSON. */
  rawBody: unknown;
}

export interface Reply {
  status: number;
  body?: unknown;
  /** Default 1. */
  points?: number;
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With {names} for parameters. */
  path: string;
  /** Query parameters it models; any other is refused with 501. */
  query?: readonly string[];
  /** Top-level body keys it models, 'any' for a free JSON value. Absent: it takes no body. */
  body?: readonly string[] | 'any';
  answer(call: Call): Reply | Promise<Reply>;
}

type ErrorBody = Pick<Refusal['body'], 'errorMessages' | 'errors'>;

const textsOf = ({ errorMessages = [], errors = {} }: ErrorBody): string[] => [
  ...errorMessages,
  ...(Array.isArray(errors) ? errors.map(({ message }) => message) : Object.values(errors)),
];

/** An answer that is not a success, in Jira's error shape. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      errorMessages?: string[];
      errors?: Record<string, string> | readonly { message: string }[];
      warningMessages?: string[];
    },
  ) {
    super(textsOf(body)[0] ?? `status ${status}`);
  }

  /** Everything that it says, in the order in which Jira shows it. */
  get texts(): string[] {
    return textsOf(this.body);
  }
}

export function refuse(status: number, message: string): Refusal {
  return new Refusal(status, { errorMessages: [message], errors: {} });
}

export function refuseField(field: string, message: string): Refusal {
  return new Refusal(400, { errorMessages: [], errors: { [field]: message } });
}

/** A value, option or shape that the local Jira does not model: loud, so that no test builds on it. */
export class NotModelled extends Error {}
