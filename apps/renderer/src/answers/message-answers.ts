import type { Language } from '@lynkify/domain';
import { type Message, toMessageView } from '@lynkify/page-view';
import { BoundedMap } from '../visitors/bounded-map.js';
import type { Answer } from './answer.js';
import type { PageAnswers } from './page-answers.js';
import type { SharedCaching } from './shared-caching.js';

const statusOf: Readonly<Record<Message['kind'], number>> = {
  'not-found': 404,
  gone: 410,
  'bad-request': 400,
  'too-many': 429,
  unavailable: 503,
  'check-mail': 200,
  confirm: 200,
  confirmed: 200,
  unsubscribe: 200,
  unsubscribed: 200,
  noted: 200,
  'link-invalid': 404,
};

/** The pages that are one message. Those that say the same to many are drawn once. */
export class MessageAnswers {
  private readonly drawn = new BoundedMap<string, Promise<Answer>>(1_000);

  constructor(
    private readonly answers: PageAnswers,
    private readonly caching: SharedCaching,
  ) {}

  of(message: Message, locale: Language, status = statusOf[message.kind]): Promise<Answer> {
    const view = () => toMessageView(message, { locale });
    const vary = this.caching.varyOfMessages;
    // These carry a token or an email: never kept.
    if ('action' in message || ('email' in message && message.email)) return this.answers.draw(view(), status, 'no-store', { hasty: true, vary });
    const key = JSON.stringify([message, status, locale]);
    const known = this.drawn.get(key);
    if (known) return known;
    const drawing = this.answers.draw(view(), status, 'no-store', { vary });
    this.drawn.set(key, drawing);
    drawing.catch(() => this.drawn.delete(key));
    return drawing;
  }
}
