/** Where the demo is made. */
export interface DemoContext {
  apiUrl: string;
  pagesUrl: string;
  /** What the API takes for its own address: the Origin of requests that change something. */
  origin: string;
  mailboxUrl: string;
  rendererKey: string;
  dataDir: string;
}
