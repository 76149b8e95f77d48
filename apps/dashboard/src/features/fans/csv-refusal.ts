import { GraphQLRequestError } from '@lynkify/contract';

/** Why the API gave no file, in its own words where the answer has some. */
export async function csvRefusal(response: Response): Promise<GraphQLRequestError> {
  const known = GraphQLRequestError.fromStatus(response);
  const text = await response.text().catch((cause: unknown) => {
    throw GraphQLRequestError.offline(cause);
  });
  return new GraphQLRequestError(messageIn(text) ?? known.message, { code: known.code, requestId: known.requestId, retryAfter: known.retryAfter });
}

/** The message of an error of ours; null for a page of whatever stands between us and the API. */
function messageIn(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string' ? body.message : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
