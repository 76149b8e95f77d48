import { ActionIcon, Button, Stack, TextInput } from '@mantine/core';
import { IconLink, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { count } from '../../../format.js';
import { SortableList } from '../../page-editor/sortable-list.js';
import { UndoNotes, useUndo } from '../../page-editor/undo.js';
import classes from './section-forms.module.css';
import { linksOf, textOf, type SectionEditor, type SectionFormProps } from './section-editor.js';

/** Rows that lead anywhere: tour dates, shop, press kit. */
export const linksEditor: SectionEditor = {
  type: 'links',
  icon: IconLink,
  purpose: 'Rows that lead anywhere: tour dates, shop, press kit',
  start: () => ({ title: '', links: [] }),
  summary: (settings) => textOf(settings['title']) || count(linksOf(settings).length, 'link', 'links'),
  Form: LinksForm,
};

interface LinkDraft {
  id: string;
  title: string;
  url: string;
}

function LinksForm({ settings, path, errors, onChange }: SectionFormProps) {
  const undo = useUndo<{ link: LinkDraft; position: number }>();
  const list = useRef<HTMLDivElement>(null);
  const addedId = useRef<string | null>(null);
  const links: LinkDraft[] = linksOf(settings).map(({ id, title, url }, index) => ({ id: textOf(id) || `link-${index}`, title: textOf(title), url: textOf(url) }));
  const set = (next: readonly LinkDraft[]) => onChange({ ...settings, links: next });
  const patch = (id: string, change: Partial<LinkDraft>) => set(links.map((link) => (link.id === id ? { ...link, ...change } : link)));

  useEffect(() => {
    if (addedId.current === null) return;
    list.current?.querySelector<HTMLInputElement>(`[data-link="${addedId.current}"] input`)?.focus();
    addedId.current = null;
  }, [settings]);

  const add = () => {
    const id = crypto.randomUUID();
    addedId.current = id;
    set([...links, { id, title: '', url: '' }]);
  };

  return (
    <Stack gap="md">
      <TextInput label="Title" description="Above the links. May stay empty." value={textOf(settings['title'])} error={errors.error(`${path}.title`)} onBlur={errors.left(`${path}.title`)} onChange={(event) => onChange({ ...settings, links, title: event.currentTarget.value })} />
      <div ref={list}>
        {links.length > 0 && (
          <SortableList items={links} label="Links" nameOf={({ title, url }) => title || url || 'the empty link'} onReorder={set}>
            {({ id, title, url }, handle, index) => (
              <div className={classes.link} data-link={id}>
                {handle}
                <div className={classes.fields}>
                  <TextInput aria-label={`Title of link ${index + 1}`} placeholder="Title" value={title} error={errors.error(`${path}.links.${index}.title`)} onBlur={errors.left(`${path}.links.${index}.title`)} onChange={(event) => patch(id, { title: event.currentTarget.value })} autoComplete="off" />
                  <TextInput
                    type="url"
                    aria-label={`Address of link ${index + 1}`}
                    placeholder="https://"
                    value={url}
                    error={errors.error(`${path}.links.${index}.url`)}
                    onBlur={errors.left(`${path}.links.${index}.url`)}
                    onChange={(event) => patch(id, { url: event.currentTarget.value })}
                    spellCheck={false}
                    autoComplete="off"
                  />
                </div>
                <ActionIcon
                  aria-label={`Remove link ${index + 1}`}
                  onClick={() => {
                    set(links.filter((link) => link.id !== id));
                    if (title !== '' || url !== '') undo.add(id, { link: { id, title, url }, position: index });
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
          wordsOf={({ link }) => `“${link.title || link.url}” is off the page.`}
          onUndo={(key, { link, position }) => {
            undo.drop(key);
            set([...links.slice(0, position), link, ...links.slice(position)]);
          }}
        />
        <Button variant="default" mt="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          Add a link
        </Button>
      </div>
    </Stack>
  );
}
