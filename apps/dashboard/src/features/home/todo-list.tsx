import { graphql, readFragment, type FragmentOf } from '@lynkify/contract';
import { IconCalendarEvent, IconCircleDashed, IconHourglassLow, IconId, IconLinkOff, IconListCheck, IconPencil, IconPhoto, IconUnlink, type Icon } from '@tabler/icons-react';
import { ButtonLink } from '../../components/links.js';
import rows from '../../components/rows.module.css';
import { useCurrentArtist } from '../../session/current-artist.js';

export const TodoList_todo = graphql(`
  fragment TodoList_todo on Todo {
    kind
    title
    action
    releaseId
    artistId
  }
`);

const icons: Readonly<Record<string, Icon>> = {
  ARTWORK_MISSING: IconPhoto,
  NO_DESTINATIONS: IconLinkOff,
  UNPUBLISHED_CHANGES: IconPencil,
  DRAFT_RELEASE: IconPencil,
  BIO_PAGE_UNPUBLISHED: IconId,
  RELEASE_SOON: IconCalendarEvent,
  LINKS_DEAD: IconUnlink,
  PAGE_ENDS: IconHourglassLow,
  MATCHES_WAIT: IconListCheck,
};

/** What needs someone, each with the one button that leads there. */
export function TodoList({ todos }: { todos: readonly FragmentOf<typeof TodoList_todo>[] }) {
  return (
    <ul className={rows.rows}>
      {readFragment(TodoList_todo, todos).map((todo) => {
        const TodoIcon = icons[todo.kind] ?? IconCircleDashed;
        return (
          <li key={`${todo.kind}:${todo.releaseId ?? ''}:${todo.artistId ?? ''}`} className={rows.row}>
            <span className={rows.icon}>
              <TodoIcon size={20} aria-hidden />
            </span>
            <span className={rows.words}>{todo.title}</span>
            <TodoButton {...todo} />
          </li>
        );
      })}
    </ul>
  );
}

interface TodoButtonProps {
  kind: string;
  action: string;
  title: string;
  releaseId: string | null;
  artistId: string | null;
}

function TodoButton({ kind, action, title, releaseId, artistId }: TodoButtonProps) {
  const { chooseArtist } = useCurrentArtist();
  const label = `${action}: ${title}`;
  if (releaseId !== null) {
    return (
      <ButtonLink variant="default" to="/releases/$releaseId" params={{ releaseId }} aria-label={label}>
        {action}
      </ButtonLink>
    );
  }
  if (kind === 'LINKS_DEAD' || kind === 'MATCHES_WAIT') {
    return (
      <ButtonLink variant="default" to={kind === 'LINKS_DEAD' ? '/links' : '/review'} aria-label={label}>
        {action}
      </ButtonLink>
    );
  }
  if (artistId !== null) {
    return (
      <ButtonLink variant="default" to="/bio-page" onClick={() => chooseArtist(artistId)} aria-label={label}>
        {action}
      </ButtonLink>
    );
  }
  return null;
}
