import { recogniseSocial, socialNetwork } from '@lynkify/domain';
import { socialMark } from '@lynkify/platforms';
import { ActionIcon, Button, Group, Textarea } from '@mantine/core';
import { IconAt, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { count } from '../../../format.js';
import { MarkDrawing } from '../../../components/mark-drawing.js';
import { SortableList } from '../../page-editor/sortable-list.js';
import { UndoNotes, useUndo } from '../../page-editor/undo.js';
import classes from './section-forms.module.css';
import { linksOf, textOf, type SectionEditor, type SectionFormProps } from './section-editor.js';
import { readSocialLines } from './social-lines.js';

/** Profiles elsewhere, as one row of marks. */
export const socialsEditor: SectionEditor = {
  type: 'socials',
  icon: IconAt,
  purpose: 'Your profiles elsewhere, as one row of marks',
  start: () => ({ links: [] }),
  summary: (settings) => {
    const networks = linksOf(settings).map(({ url }) => labelOf(textOf(url)));
    return networks.length === 0 ? 'None yet' : networks.length > 4 ? count(networks.length, 'profile', 'profiles') : networks.join(', ');
  },
  Form: SocialsForm,
};

const networkOf = (url: string) => recogniseSocial(url)?.network ?? 'website';
const labelOf = (url: string) => socialNetwork(networkOf(url))?.label ?? 'Website';

function SocialsForm({ settings, path, errors, onChange }: SectionFormProps) {
  const [text, setText] = useState('');
  const undo = useUndo<{ url: string; position: number }>();
  const urls = linksOf(settings).map(({ url }) => textOf(url));
  const lines = readSocialLines(text, urls);
  const fresh = lines.filter(({ status }) => status === 'recognised');
  const set = (next: readonly string[]) => onChange({ ...settings, links: next.map((url) => ({ network: networkOf(url), url })) });

  const add = () => {
    if (fresh.length === 0) return;
    set([...urls, ...fresh.map(({ url }) => url)]);
    setText(lines.filter(({ status }) => status === 'not-understood').map((line) => line.text).join('\n'));
  };

  return (
    <div>
      {urls.length > 0 && (
        <SortableList items={urls.map((url) => ({ id: url, url }))} label="Profiles" nameOf={({ url }) => labelOf(url)} onReorder={(next) => set(next.map(({ url }) => url))}>
          {({ url }, handle, index) => (
            <div className={classes.row}>
              {handle}
              <MarkDrawing mark={socialMark(networkOf(url)).mark} />
              <span className={classes.words}>
                <span className={classes.name}>{labelOf(url)}</span>
                <span className={classes.url}>{url.replace(/^https:\/\/(?:www\.)?/u, '')}</span>
                {errors.error(`${path}.links.${index}.url`) !== undefined && <span className={classes.error}>{errors.error(`${path}.links.${index}.url`)}</span>}
              </span>
              <ActionIcon
                aria-label={`Remove ${labelOf(url)}`}
                onClick={() => {
                  set(urls.filter((other) => other !== url));
                  undo.add(url, { url, position: index });
                }}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </div>
          )}
        </SortableList>
      )}
      <UndoNotes
        entries={undo.entries}
        wordsOf={({ url }) => `${labelOf(url)} is off the page.`}
        onUndo={(key, { url, position }) => {
          undo.drop(key);
          set([...urls.slice(0, position), url, ...urls.slice(position)]);
        }}
      />
      <Textarea
        mt="sm"
        label="Add profiles"
        placeholder={'https://www.instagram.com/name\nhttps://www.tiktok.com/@name'}
        description="One address per line. Enter adds them."
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
        spellCheck={false}
        autoComplete="off"
      />
      {lines.length > 0 && (
        <>
          <ul className={classes.found} aria-live="polite" aria-label="What was pasted">
            {lines.map(({ line, network, text: typed, words, status }) => (
              <li key={`${line}:${typed}`} className={status === 'recognised' ? undefined : classes.quiet}>
                <MarkDrawing mark={socialMark(network).mark} />
                <span className={classes.words}>{words}</span>
              </li>
            ))}
          </ul>
          <Group mt="xs">
            <Button size="compact-md" variant="default" disabled={fresh.length === 0} onClick={add}>
              {fresh.length === 0 ? 'Nothing to add' : `Add ${count(fresh.length, 'profile', 'profiles')}`}
            </Button>
          </Group>
        </>
      )}
    </div>
  );
}
