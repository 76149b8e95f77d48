/** The codes of `extensions.code`, and two of our own: nothing was reached, or what answered was not the API. */
export type GraphQLErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE'
  | 'OFFLINE'
  | 'UNREADABLE_ANSWER';

/** An error as it stands in a GraphQL answer. */
export interface GraphQLErrorBody {
  message: string;
  path?: readonly (string | number)[];
  extensions?: {
    code?: string;
    requestId?: string;
    retryAfter?: number;
    fields?: Record<string, string>;
  };
}

interface Details {
  code: string;
  requestId?: string | null;
  retryAfter?: number | null;
  fields?: Record<string, string>;
  cause?: unknown;
}

const codeOfStatus: Readonly<Record<number, GraphQLErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'TOO_MANY_REQUESTS',
  502: 'SERVICE_UNAVAILABLE',
  503: 'SERVICE_UNAVAILABLE',
  504: 'SERVICE_UNAVAILABLE',
};

/** A request that did not bring its data. Its message can be shown to people. */
export class GraphQLRequestError extends Error {
  override readonly name = 'GraphQLRequestError';
  /** One of `GraphQLErrorCode`, or a code that is newer than this client. */
  readonly code: string;
  /** Names the request in the API's log. */
  readonly requestId: string | null;
  /** Seconds until it is worth asking again. */
  readonly retryAfter: number | null;
  /** For BAD_USER_INPUT: what is wrong, by the path of the field. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(message: string, { code, requestId = null, retryAfter = null, fields = {}, cause }: Details) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.fields = fields;
  }

  static fromBody(error: GraphQLErrorBody, response: Response): GraphQLRequestError {
    const { code = 'INTERNAL_SERVER_ERROR', requestId, retryAfter, fields } = error.extensions ?? {};
    return new GraphQLRequestError(error.message, {
      code,
      requestId: requestId ?? response.headers.get('x-request-id'),
      retryAfter: retryAfter ?? retryAfterOf(response),
      ...(fields && { fields }),
    });
  }

  static fromStatus(response: Response, cause?: unknown): GraphQLRequestError {
    const code = codeOfStatus[response.status] ?? 'UNREADABLE_ANSWER';
    const message =
      code === 'SERVICE_UNAVAILABLE' ? 'The service cannot be reached right now. Try again in a moment.'
      : code === 'TOO_MANY_REQUESTS' ? 'That was too often. Wait a moment, then try again.'
      : 'The answer could not be read. Try again in a moment.';
    return new GraphQLRequestError(message, { code, requestId: response.headers.get('x-request-id'), retryAfter: retryAfterOf(response), cause });
  }

  static offline(cause: unknown): GraphQLRequestError {
    return new GraphQLRequestError('There is no connection. Check your network, then try again.', { code: 'OFFLINE', cause });
  }
}

function retryAfterOf(response: Response): number | null {
  const header = response.headers.get('retry-after');
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
