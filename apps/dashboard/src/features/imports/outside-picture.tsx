import { useState } from 'react';
import { Picture } from '../../components/picture.js';
import { currentWorkspaceId } from '../../session/current-workspace.js';
import classes from './imports.module.css';

interface OutsidePictureProps {
  url: string | null;
  size: number;
  name: string;
}

/** A picture of another site, small, as our own API fetches it: that site learns nothing of whoever looks at it. */
export function OutsidePicture({ url, size, name }: OutsidePictureProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (url === null || failed === url) return <Picture picture={null} size={size} name={name} />;
  const query = new URLSearchParams({ url });
  const workspace = currentWorkspaceId();
  if (workspace !== null) query.set('workspace', workspace);
  return <img className={classes.outside} src={`/v1/outside-pictures?${query}`} width={size} height={size} alt="" loading="lazy" decoding="async" onError={() => setFailed(url)} />;
}
