import { sharedUrl } from '@lynkify/domain';
import { CopyField } from '../../components/copy-field.js';
import { PlatformMark } from '../../components/platform-mark.js';
import classes from './share.module.css';
import type { SharedRelease } from './share-query.js';

interface DirectLinksProps {
  destinations: SharedRelease['destinations'];
  channel: string;
  campaign: string;
}

/** Straight to one platform, each with the channel: for ads that only its listeners see. */
export function DirectLinks({ destinations, channel, campaign }: DirectLinksProps) {
  const offered = destinations.filter((destination) => destination.offered);
  if (offered.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>Direct links to one platform each</summary>
      <p className={classes.note}>For ads that only the listeners of one platform see. They skip the page; the click is counted.</p>
      <ul className={classes.direct}>
        {offered.map(({ platform, platformName, goUrl }) => (
          <li key={platform}>
            <span className={classes.platform}>
              <PlatformMark platform={platform} size={16} />
              {platformName}
            </span>
            <CopyField value={sharedUrl(goUrl, channel, campaign)} what={`direct link to ${platformName}`} />
          </li>
        ))}
      </ul>
    </details>
  );
}
