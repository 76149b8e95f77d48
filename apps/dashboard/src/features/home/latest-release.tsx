import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { IconShare3 } from '@tabler/icons-react';
import { CopyField } from '../../components/copy-field.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { Picture, Picture_picture } from '../../components/picture.js';
import classes from './latest-release.module.css';

export const LatestRelease_release = graphql(
  `
    fragment LatestRelease_release on Release {
      id
      title
      artistCredit
      status
      publicUrl
      artwork {
        ...Picture_picture
      }
    }
  `,
  [Picture_picture],
);

/** The newest release, with its address to take along. */
export function LatestRelease({ release }: { release: FragmentOf<typeof LatestRelease_release> }) {
  const { id, title, artistCredit, status, publicUrl, artwork } = readFragment(LatestRelease_release, release);
  return (
    <div className={classes.release}>
      <div className={classes.head}>
        <Picture picture={artwork} size={96} name={title} />
        <div className={classes.words}>
          <TextLink to="/releases/$releaseId" params={{ releaseId: id }} c="inherit" underline="hover" className={classes.title}>
            {title}
          </TextLink>
          <span className={classes.credit}>{artistCredit}</span>
        </div>
      </div>
      {status === 'PUBLISHED' && (
        <>
          <CopyField value={publicUrl} what="address" />
          <ButtonLink to="/share" search={{ release: id }} variant="default" leftSection={<IconShare3 size={18} aria-hidden />}>
            Share
          </ButtonLink>
        </>
      )}
    </div>
  );
}
