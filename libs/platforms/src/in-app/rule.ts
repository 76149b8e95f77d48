/**
 * What becomes of a platform's link that is tapped. `app`: its app opens, as in a browser. `intent`: its app opens when the
 * link is an Android intent. `web`: the web page opens inside the app that the fan is in.
 */
export type InAppLinks = 'app' | 'intent' | 'web';

/** What the menu looks like in which "Open in browser" is: `···`, `⋮`, or the sign for sharing. */
export type MenuSign = 'dots' | 'stacked' | 'share';

/** How links behave in the browser of an app under one system. */
export interface InAppView {
  links: InAppLinks;
  /** A tapped `x-safari-https://…` leads out to Safari. */
  safari?: boolean;
  /** Where a person finds the way out by hand. */
  menu?: { sign: MenuSign; at: 'top' | 'bottom'; /** What the entry is called in English. */ called: string };
  /** Where that was seen or is documented. */
  source: string;
}

/** The browser inside an app, recognised by its agent string. */
export interface InAppRule {
  app: string;
  name: string;
  /** What its agent strings contain and those of browsers do not. */
  agent: RegExp;
  /** Where such strings are documented or were collected. */
  source: string;
  /** Missing: the app opens links in a browser there, or in one that nothing can tell from a browser. */
  ios?: InAppView;
  android?: InAppView;
}
