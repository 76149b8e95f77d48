import { Checkbox } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { platformById } from '@lynkify/platforms';
import { PlatformMark } from '../../components/platform-mark.js';
import rows from '../../components/rows.module.css';
import classes from './moving-in.module.css';

interface LinkChoiceProps {
  links: readonly { url: string; title: string; platform: string | null }[];
  left: ReadonlySet<string>;
  onChange: (left: ReadonlySet<string>) => void;
}

/** The links of a page; what is ticked comes along. */
export function LinkChoice({ links, left, onChange }: LinkChoiceProps) {
  const set = (url: string, wanted: boolean) => {
    const next = new Set(left);
    if (wanted) next.delete(url);
    else next.add(url);
    onChange(next);
  };
  if (links.length === 0) return <p className={classes.soft}>No link of the page leads to a release on a platform.</p>;
  return (
    <ul className={rows.rows} aria-label="Links of the page">
      {links.map(({ url, title, platform }) => (
        <li key={url} className={classes.link}>
          <label className={classes.linkLabel}>
            <Checkbox aria-label={title} checked={!left.has(url)} onChange={(event) => set(url, event.currentTarget.checked)} />
            <span className={rows.icon}>{platform !== null && platformById(platform) ? <PlatformMark platform={platform} /> : <IconLink size={20} aria-hidden />}</span>
            <span className={rows.words}>
              <span className={rows.name}>{title}</span>
              <span className={classes.url}>{url.replace(/^https?:\/\//u, '')}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
