import { lookIds, looks, type LookId, type PageTheme, type WholeTheme } from '@lynkify/domain';
import type { PageView } from '@lynkify/page-view';
import { useIntersection } from '@mantine/hooks';
import { memo, useEffect, useId, useMemo, useState } from 'react';
import classes from './look-chooser.module.css';
import { lookWords } from './look-words.js';
import { PreviewFrame } from './preview-frame.js';

interface LookChooserProps {
  theme: WholeTheme;
  /** The page in a theme, as fans would see it. */
  viewOf(theme: PageTheme): PageView;
  onChange(look: LookId): void;
}

const phone = { width: 390, height: 656 };
const scale = 116 / phone.width;

/** The looks, each as this very page with this very picture. */
export function LookChooser({ theme, viewOf, onChange }: LookChooserProps) {
  const name = useId();
  // Eight pages are drawn once somebody comes to see them.
  const { ref, entry } = useIntersection({ rootMargin: '200px' });
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (entry?.isIntersecting) setSeen(true);
  }, [entry]);

  return (
    <fieldset className={classes.looks} ref={ref}>
      <legend className={classes.legend}>Look</legend>
      {lookIds.map((look) => (
        <label key={look} className={classes.look}>
          <input type="radio" name={name} value={look} checked={theme.look === look} onChange={() => onChange(look)} />
          <span className={classes.picture} inert aria-hidden>
            {seen && <Thumbnail look={look} theme={theme} viewOf={viewOf} />}
          </span>
          <span className={classes.name}>{lookWords.look[look]}</span>
        </label>
      ))}
    </fieldset>
  );
}

const Thumbnail = memo(function Thumbnail({ look, theme, viewOf }: { look: LookId; theme: WholeTheme; viewOf(theme: PageTheme): PageView }) {
  const { appearance, accent, ground, credit } = theme;
  const own = look === theme.look ? theme : looks[look];
  const { buttons, weight, font, background } = own;
  const view = useMemo(
    () => viewOf({ look, buttons, weight, font, background, accent, ground, credit, appearance: appearance === 'auto' ? 'light' : appearance }),
    [viewOf, look, buttons, weight, font, background, accent, ground, credit, appearance],
  );
  return <PreviewFrame view={view} title={lookWords.look[look]} {...phone} scale={scale} />;
});
