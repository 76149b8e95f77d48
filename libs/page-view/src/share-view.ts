import type { ChannelId, SmartLinkDocument } from '@lynkify/domain';
import type { PageFacts, ShareView } from './page-view.js';
import type { Strings } from './strings/strings.js';

/** What pages that fans passed on are counted under. */
const channel: ChannelId = 'fan-share';

/**
 * How a fan passes a page on. The address is the page's own, never the one that the fan came by: who opens it next was not
 * sent by the artist's campaign. None for a page with a password.
 */
export function shareView(document: SmartLinkDocument, facts: PageFacts, path: string, words: Strings): ShareView | null {
  if (document.access?.password != null) return null;
  const { title, artistCredit } = document.release;
  const address = `${facts.pagesUrl}${path}?via=${channel}`;
  const said = words.smartLink.title(title, artistCredit);
  const url = encodeURIComponent(address);
  const text = encodeURIComponent(said);
  const both = `${text}%20${url}`;
  return {
    address,
    ways: [
      { name: 'WhatsApp', href: `https://wa.me/?text=${both}` },
      { name: 'Telegram', href: `https://t.me/share/url?url=${url}&text=${text}` },
      { name: 'X', href: `https://x.com/intent/post?text=${both}` },
      { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
      { name: 'Threads', href: `https://www.threads.com/intent/post?text=${both}` },
      { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
      { name: words.share.mail, href: `mailto:?subject=${text}&body=${url}` },
      { name: words.share.sms, href: `sms:?&body=${both}` },
    ],
  };
}
