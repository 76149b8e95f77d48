import type { BioPageDocument, CaptureForm, Language, SmartLinkDocument } from '@lynkify/domain';
import { type FormState, type PageFacts, type PageView, renderHtml, toPageView } from '@lynkify/page-view';
import { type Logger, reasonOf } from '../log.js';
import { Gate, TooMany } from '../pages/gate.js';
import type { HeldPage } from '../pages/held-page.js';
import { type Fan, leastWanted, mostVariants, type Variant } from '../pages/variants.js';
import type { FormGuard } from '../visitors/form-guard.js';
import { type Answer, compileAnswer } from './answer.js';
import { type HeaderList, pageHeaders, pagePolicy } from './headers.js';
import type { SharedCaching } from './shared-caching.js';

type ShownDocument = SmartLinkDocument | BioPageDocument;
export type ShownPage = HeldPage & { document: ShownDocument };

export function isShown(page: HeldPage): page is ShownPage {
  return page.document.kind === 'smart-link' || page.document.kind === 'bio-page';
}

/** Whether a page is for those alone who gave its password: nobody else may hold it. */
function isSecret({ document }: ShownPage): boolean {
  return document.kind === 'smart-link' && document.access?.password != null;
}

/** The capture form of a page, if it has one. */
export function captureOf(document: ShownDocument): CaptureForm | null {
  if (document.kind === 'smart-link') return document.capture;
  for (const section of document.sections) if (section.type === 'signup') return section.capture;
  return null;
}

/** Whether a page has something to fill in, now or before the release. */
export function hasForm(document: ShownDocument): boolean {
  return captureOf(document) !== null || (document.kind === 'smart-link' && Boolean(document.reminder));
}

/** So long before a page changes by itself a visit has the next state drawn, so that nobody waits for it at the moment. */
const lead = 5_000;
/** Clocks that are set back by less are not worth drawing anything anew. */
const slack = 1_000;
/** What is drawn takes memory: whoever would wait behind so many is told to come back. */
const drawings = { atOnce: 8, waiting: 500 };
/**
 * How old the stamp of a form may be in a page that is served. A stamp is taken for a day, so half of it is left for the
 * fan; not the same for all pages, or all would be drawn anew at once.
 */
const stampAge = { least: 6 * 3_600_000, spread: 6 * 3_600_000 };

/**
 * Pages as bytes: one variant for each form of a page, each good until the page changes by itself (the release comes
 * out, a day of the countdown passes).
 */
export class PageAnswers {
  private readonly gate = new Gate(drawings.atOnce, drawings.waiting);
  private readonly compiling = new WeakMap<HeldPage, Map<number, Promise<Variant>>>();

  constructor(
    private readonly options: {
      pagesUrl: string;
      headers: HeaderList;
      guard: FormGuard;
      caching: SharedCaching;
      log: Logger;
      onGrowth: (page: HeldPage, bytes: number) => void;
    },
  ) {}

  /** The compiled answer, when there is one that is true now. */
  ready(page: ShownPage, fan: Fan, now: number): Answer | undefined {
    return this.current(page, page.forms.key(fan), fan, now)?.answer;
  }

  async prepare(page: ShownPage, fan: Fan, now: number): Promise<Answer> {
    const key = page.forms.key(fan);
    const ready = this.current(page, key, fan, now);
    if (ready) return ready.answer;
    const under = this.compiling.get(page) ?? new Map<number, Promise<Variant>>();
    this.compiling.set(page, under);
    const compiling = under.get(key) ?? this.gate.pass(() => this.compileInto(page, key, fan, now)).finally(() => under.delete(key));
    under.set(key, compiling);
    try {
      return (await compiling).answer;
    } catch (error) {
      const older = page.variants.get(key);
      if (!older || error instanceof TooMany) throw error;
      this.options.log.error({ path: page.path, reason: reasonOf(error) }, 'a page could not be drawn anew, the older drawing is served');
      return older.answer;
    }
  }

  /** How long a shared cache may hold what this fan was answered: headers of this one answer. */
  holding(page: ShownPage, fan: Fan, now: number): HeaderList {
    const { caching } = this.options;
    if (!caching.on) return [];
    const key = page.forms.key(fan);
    const validUntil = page.variants.get(key)?.validUntil ?? now;
    return key === plain && !isSecret(page) ? caching.page(validUntil, now) : caching.nobody;
  }

  /** The page with what a fan typed and what is wrong with it: made for one request. */
  withForm(page: ShownPage, status: number, form: Omit<FormState, 'startedToken'>, fan: Fan, now: number): Promise<Answer> {
    return this.draw(this.view(page, page.forms.fan(fan), now, form), status, 'no-store', { hasty: true });
  }

  /** Any other page of ours. */
  draw(view: PageView, status: number, cacheControl: string, more: { hasty?: boolean; headers?: HeaderList; vary?: string; seen?: string } = {}): Promise<Answer> {
    const { html, style } = renderHtml(view, { seen: more.seen });
    return compileAnswer({
      status,
      type: 'text/html; charset=utf-8',
      body: html,
      cacheControl,
      headers: [...this.options.headers, ...pageHeaders, 'content-language', view.locale, 'content-security-policy', pagePolicy(style, view.kind === 'smart-link' ? view.outside : undefined), ...(more.headers ?? [])],
      vary: more.vary,
      hasty: more.hasty ?? false,
    });
  }

  facts(now: number, locale: Language): PageFacts {
    return { now: new Date(now), pagesUrl: this.options.pagesUrl, mediaUrl: '', locale };
  }

  private view(page: ShownPage, fan: Fan, now: number, form: Omit<FormState, 'startedToken'> = {}) {
    const startedToken = this.options.guard.stamp(now);
    const { platform, always, country, help, language } = fan;
    return toPageView(page.document, { ...this.facts(now, language), platform, alwaysOpen: always, country, inApp: help, form: { ...form, startedToken } });
  }

  private current(page: ShownPage, key: number, fan: Fan, now: number): Variant | undefined {
    let variant = page.variants.get(key);
    if (!variant) return undefined;
    if (variant.validUntil <= now && variant.next) {
      const { next } = variant;
      page.variants.set(key, next);
      this.options.onGrowth(page, -variant.answer.bytes);
      variant = next;
    }
    if (variant.validUntil <= now || variant.validFrom > now + slack) return undefined;
    variant.wanted = true;
    if (variant.validUntil - now <= lead && !variant.drawingNext) void this.drawNext(page, variant, fan);
    return variant;
  }

  private async drawNext(page: ShownPage, variant: Variant, fan: Fan): Promise<void> {
    variant.drawingNext = true;
    try {
      const next = await this.compile(page, fan, variant.validUntil);
      variant.next = next;
      this.options.onGrowth(page, next.answer.bytes);
    } catch (error) {
      this.options.log.error({ path: page.path, reason: reasonOf(error) }, 'what a page will be in a moment could not be drawn ahead');
    }
  }

  private async compileInto(page: ShownPage, key: number, fan: Fan, now: number): Promise<Variant> {
    const variant = await this.compile(page, fan, now);
    let grown = variant.answer.bytes - bytesOf(page.variants.get(key));
    page.variants.set(key, variant);
    if (page.variants.size > mostVariants) {
      const least = leastWanted(page.variants);
      grown -= bytesOf(page.variants.get(least));
      page.variants.delete(least);
    }
    this.options.onGrowth(page, grown);
    return variant;
  }

  private async compile(page: ShownPage, fan: Fan, now: number): Promise<Variant> {
    const { caching } = this.options;
    const view = this.view(page, page.forms.fan(fan), now);
    const answer = await this.draw(view, 200, isSecret(page) ? 'private, no-store' : caching.forBrowsers(page.forms.key(fan) === plain), {
      headers: caching.keys(page),
      vary: caching.vary(page.forms.dependsOn),
      seen: caching.on ? `${page.path}/seen.gif` : undefined,
    });
    const changesAt = view.changesAt === null ? Number.POSITIVE_INFINITY : Date.parse(view.changesAt);
    const stampUntil = hasForm(page.document) ? now + stampAge.least + Math.random() * stampAge.spread : Number.POSITIVE_INFINITY;
    return { answer, validFrom: now, validUntil: Math.max(now + 1, Math.min(changesAt, stampUntil)), next: null, drawingNext: false, wanted: true };
  }
}

function bytesOf(variant: Variant | undefined): number {
  return (variant?.answer.bytes ?? 0) + (variant?.next?.answer.bytes ?? 0);
}

/** The form for someone of whom nothing is known. */
const plain = 0;
