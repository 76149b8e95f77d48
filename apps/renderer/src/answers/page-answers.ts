import type { BioPageDocument, CaptureForm, SmartLinkDocument } from '@lynkify/domain';
import { type FormState, type PageFacts, type PageView, renderHtml, toPageView } from '@lynkify/page-view';
import { type Logger, reasonOf } from '../log.js';
import type { HeldPage } from '../pages/held-page.js';
import { FormGuard } from '../visitors/form-guard.js';
import { type Answer, compileAnswer } from './answer.js';
import { type HeaderList, pageHeaders, pagePolicy } from './headers.js';

type ShownDocument = SmartLinkDocument | BioPageDocument;
export type ShownPage = HeldPage & { document: ShownDocument };

export function isShown(page: HeldPage): page is ShownPage {
  return page.document.kind === 'smart-link' || page.document.kind === 'bio-page';
}

/** The capture form of a page, if it has one. */
export function captureOf(document: ShownDocument): CaptureForm | null {
  if (document.kind === 'smart-link') return document.capture;
  for (const section of document.sections) if (section.type === 'signup') return section.capture;
  return null;
}

/** Every visit has to reach us to be counted, and what a browser remembers of its platform is nobody else's. */
const pageCaching = 'private, no-cache';

/**
 * Pages as bytes. One variant a platform that fans chose before (only those on the page), each good until the page
 * changes by itself: the release comes out, a day of the countdown passes, the form's stamp ends.
 */
export class PageAnswers {
  private readonly compiling = new WeakMap<HeldPage, Map<string, Promise<Answer>>>();

  constructor(
    private readonly options: {
      pagesUrl: string;
      headers: HeaderList;
      guard: FormGuard;
      log: Logger;
      onGrowth: (page: HeldPage, bytes: number) => void;
    },
  ) {}

  /** The compiled answer, when there is one that is still true. */
  ready(page: ShownPage, platform: string | null, now: number): Answer | undefined {
    const variant = page.variants.get(keyOf(page, platform));
    return variant && variant.validUntil > now ? variant.answer : undefined;
  }

  async prepare(page: ShownPage, platform: string | null, now: number): Promise<Answer> {
    const ready = this.ready(page, platform, now);
    if (ready) return ready;
    const key = keyOf(page, platform);
    const under = this.compiling.get(page) ?? new Map<string, Promise<Answer>>();
    this.compiling.set(page, under);
    const compiling = under.get(key) ?? this.compile(page, key, now).finally(() => under.delete(key));
    under.set(key, compiling);
    try {
      return await compiling;
    } catch (error) {
      const older = page.variants.get(key);
      if (!older) throw error;
      this.options.log.error({ path: page.path, reason: reasonOf(error) }, 'a page could not be drawn anew, the older drawing is served');
      return older.answer;
    }
  }

  /** The page with what a fan typed and what is wrong with it: made for one request. */
  withForm(page: ShownPage, status: number, form: Omit<FormState, 'startedToken'>, platform: string | null, now: number): Promise<Answer> {
    return this.draw(this.view(page, platform, now, form), status, 'no-store', true);
  }

  /** Any other page of ours. */
  draw(view: PageView, status: number, cacheControl: string, hasty = false): Promise<Answer> {
    const { html, style } = renderHtml(view);
    return compileAnswer({
      status,
      type: 'text/html; charset=utf-8',
      body: html,
      cacheControl,
      headers: [...this.options.headers, ...pageHeaders, 'content-security-policy', pagePolicy(style)],
      hasty,
    });
  }

  facts(now: number): PageFacts {
    return { now: new Date(now), pagesUrl: this.options.pagesUrl, mediaUrl: '', locale: 'en' };
  }

  private view(page: ShownPage, platform: string | null, now: number, form: Omit<FormState, 'startedToken'> = {}) {
    const startedToken = this.options.guard.stamp(now);
    return toPageView(page.document, { ...this.facts(now), platform, form: { ...form, startedToken } });
  }

  private async compile(page: ShownPage, key: string, now: number): Promise<Answer> {
    const view = this.view(page, key === '' ? null : key, now);
    const answer = await this.draw(view, 200, pageCaching);
    const changesAt = view.changesAt === null ? Number.POSITIVE_INFINITY : Date.parse(view.changesAt);
    const stampUntil = captureOf(page.document) ? FormGuard.stampUntil(now) : Number.POSITIVE_INFINITY;
    const before = page.variants.get(key)?.answer.bytes ?? 0;
    page.variants.set(key, { answer, validUntil: Math.max(now + 1_000, Math.min(changesAt, stampUntil)) });
    this.options.onGrowth(page, answer.bytes - before);
    return answer;
  }
}

/** What this fan chose before matters where it can be chosen again. */
function keyOf(page: ShownPage, platform: string | null): string {
  return platform !== null && page.document.kind === 'smart-link' && page.ways.has(platform) ? platform : '';
}
