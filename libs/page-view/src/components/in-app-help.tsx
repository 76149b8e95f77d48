import type { InAppView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';

const signs = { dots: '···', stacked: '⋮' } as const;

function Sign({ sign, words }: { sign: InAppView['sign']; words: Strings['inApp'] }) {
  if (sign === 'share') {
    return (
      <svg viewBox="0 0 16 16" role="img" aria-label={words.share}>
        <path d="M5 6H3v9h10V6h-2M8 10V1M5 4l3-3 3 3" />
      </svg>
    );
  }
  return <b role="img" aria-label={words.menu}>{signs[sign]}</b>;
}

/** Japanese stops have their space within. */
const fullWidth = /[、。]$/u;

/** How to get out of an app in which no music app opens. */
export function InAppHelp({ help, words }: { help: InAppView; words: Strings }) {
  const { lead, safari } = words.inApp;
  const [before = '', after = ''] = words.inApp[help.at].split('#');
  return (
    <div className="inapp">
      <p>{lead[help.links]}{fullWidth.test(lead[help.links]) ? '' : ' '}{before}<Sign sign={help.sign} words={words.inApp} />{after}</p>
      {help.safari !== null && <a href={help.safari}>{safari}</a>}
    </div>
  );
}
