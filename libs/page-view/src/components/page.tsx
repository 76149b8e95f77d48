import type { PageView } from '../page-view.js';
import { BioPage } from './bio-page.js';
import { InstancePage } from './instance-page.js';
import { MessagePage } from './message-page.js';
import { SmartLinkPage } from './smart-link-page.js';

/** Whichever page a view is of. */
export function Page({ view }: { view: PageView }) {
  switch (view.kind) {
    case 'smart-link':
      return <SmartLinkPage view={view} />;
    case 'bio-page':
      return <BioPage view={view} />;
    case 'message':
      return <MessagePage view={view} />;
    case 'instance':
      return <InstancePage view={view} />;
  }
}
