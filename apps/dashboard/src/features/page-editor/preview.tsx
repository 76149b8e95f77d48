import type { PageView } from '@lynkify/page-view';
import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconDeviceDesktop, IconDeviceMobile, IconMoon, IconSun, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { anyFan, type Choice, type PreviewFan } from './preview-fan.js';
import { PreviewFanFields } from './preview-fan-fields.js';
import { PreviewFrame } from './preview-frame.js';
import classes from './preview.module.css';

/** Whom and when a preview is for. */
export interface PreviewMoment {
  phase: 'before' | 'after';
  fan: PreviewFan;
}

interface PreviewProps {
  title: string;
  /** Makes the page for a fan and a moment. */
  viewOf(moment: PreviewMoment): PageView;
  /** The phase that is now; null where there is no moment of release to look at from both sides. */
  phaseNow?: 'before' | 'after' | null;
  /** The platforms that a fan may have used before; none: the page leads to none. */
  platforms?: readonly Choice[];
}

const devices = {
  phone: { width: 390, height: 760 },
  desktop: { width: 1280, height: 860 },
};

/** The live preview: the very page that fans will see, from here. */
export function Preview({ title, viewOf, phaseNow = null, platforms = [] }: PreviewProps) {
  const [device, setDevice] = useState<'phone' | 'desktop'>('phone');
  const [dark, setDark] = useState<'light' | 'dark'>('light');
  const [chosenPhase, setPhase] = useState<'before' | 'after' | null>(null);
  const [chosenFan, setFan] = useState<PreviewFan>(anyFan);
  const { ref, width: room } = useElementSize();

  // A link may be taken away while somebody looks at the page through the eyes of who used it.
  const fan = platforms.some(({ value }) => value === chosenFan.platform) ? chosenFan : { ...chosenFan, platform: null, always: false };
  const view = viewOf({ phase: chosenPhase ?? phaseNow ?? 'after', fan });
  const shown: PageView = { ...view, theme: { ...view.theme, appearance: view.theme.appearance === 'auto' ? dark : view.theme.appearance } };
  const { width, height } = devices[device];
  const scale = room === 0 ? 0 : Math.min(1, room / width);

  return (
    <div className={classes.preview}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label="Device"
          value={device}
          onChange={(value) => setDevice(value === 'desktop' ? 'desktop' : 'phone')}
          data={[
            { value: 'phone', label: <Sign icon={IconDeviceMobile} name="Phone" /> },
            { value: 'desktop', label: <Sign icon={IconDeviceDesktop} name="Desktop" /> },
          ]}
        />
        {view.theme.appearance === 'auto' && (
          <SegmentedControl
            size="xs"
            aria-label="The fan’s device is set to"
            value={dark}
            onChange={(value) => setDark(value === 'dark' ? 'dark' : 'light')}
            data={[
              { value: 'light', label: <Sign icon={IconSun} name="Light" /> },
              { value: 'dark', label: <Sign icon={IconMoon} name="Dark" /> },
            ]}
          />
        )}
        {phaseNow !== null && (
          <SegmentedControl
            size="xs"
            aria-label="Moment"
            value={chosenPhase ?? phaseNow}
            onChange={(value) => setPhase(value === 'before' ? 'before' : 'after')}
            data={[
              { value: 'before', label: 'Before' },
              { value: 'after', label: 'Released' },
            ]}
          />
        )}
      </div>
      <PreviewFanFields fan={fan} onChange={setFan} platforms={platforms} />
      <div ref={ref} className={device === 'phone' ? `${classes.stage} ${classes.phone}` : classes.stage}>
        {scale > 0 && (
          <div className={classes.frame}>
            <PreviewFrame view={shown} title={title} width={width} height={height} scale={scale} />
          </div>
        )}
      </div>
    </div>
  );
}

function Sign({ icon: Drawing, name }: { icon: Icon; name: string }) {
  return (
    <>
      <Drawing size={18} aria-hidden />
      <VisuallyHidden>{name}</VisuallyHidden>
    </>
  );
}
