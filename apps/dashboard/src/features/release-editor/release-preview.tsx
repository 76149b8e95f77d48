import { releasePhase, type SmartLinkDocument } from '@lynkify/domain';
import { toPageView } from '@lynkify/page-view';
import { platformName } from '@lynkify/platforms';
import { Preview } from '../page-editor/preview.js';
import { factsOf } from '../page-editor/preview-fan.js';

interface ReleasePreviewProps {
  document: SmartLinkDocument;
  /** Origin of the public pages. */
  pagesUrl: string;
}

const day = 24 * 60 * 60_000;

/** The smart link that a draft makes, as a fan will see it. */
export function ReleasePreview({ document, pagesUrl }: ReleasePreviewProps) {
  const moment = document.release.releasedAt === null ? null : Date.parse(document.release.releasedAt);
  const phaseNow = releasePhase(document.release, Date.now()) === 'announced' ? 'before' : 'after';
  return (
    <Preview
      title="Preview of the smart link"
      phaseNow={moment === null ? null : phaseNow}
      platforms={document.destinations.map(({ platform }) => ({ value: platform, label: platformName(platform) }))}
      viewOf={({ phase, fan }) => {
        const now = moment === null || phase === phaseNow ? Date.now() : phase === 'before' ? moment - 5 * day : moment + 60_000;
        const view = toPageView(document, { now: new Date(now), pagesUrl, mediaUrl: '', fontsUrl: pagesUrl, ...factsOf(fan) });
        // The dashboard frames nothing from elsewhere: opened, the video's place stays empty.
        return view.video ? { ...view, video: { ...view.video, player: 'about:blank' } } : view;
      }}
    />
  );
}
