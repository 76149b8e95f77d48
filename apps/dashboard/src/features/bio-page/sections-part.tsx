import { bioSectionTypes } from '@lynkify/domain';
import { ActionIcon, Button, Collapse, Menu, Switch, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { EditorPart } from '../page-editor/editor-layout.js';
import type { FieldErrors } from '../page-editor/fields.js';
import { SortableList } from '../page-editor/sortable-list.js';
import { UndoNotes, useUndo } from '../page-editor/undo.js';
import type { SectionDraft } from './bio-page-draft.js';
import type { EditedBioPage } from './bio-page-query.js';
import { sectionEditor, sectionEditors } from './sections/section-editors.js';
import classes from './sections-part.module.css';

interface SectionsPartProps {
  page: EditedBioPage;
  sections: readonly SectionDraft[];
  errors: FieldErrors;
  /** The sections in which something is wrong, by their place. */
  wrong: ReadonlySet<number>;
  onChange(sections: SectionDraft[]): void;
}

const labelOf = (type: string) => bioSectionTypes.find((known) => known.type === type)?.label ?? type;

/** What the page is made of, in its order. */
export function SectionsPart({ page, sections, errors, wrong, onChange }: SectionsPartProps) {
  const [open, setOpen] = useState<string | null>(null);
  const undo = useUndo<{ section: SectionDraft; position: number }>();
  const patch = (id: string, change: Partial<SectionDraft>) => onChange(sections.map((section) => (section.id === id ? { ...section, ...change } : section)));
  const remove = (section: SectionDraft) => {
    undo.add(section.id, { section, position: sections.indexOf(section) });
    onChange(sections.filter(({ id }) => id !== section.id));
  };
  const add = (type: string) => {
    const editor = sectionEditor(type);
    if (!editor) return;
    const id = crypto.randomUUID();
    onChange([...sections, { id, type, visible: true, settings: editor.start(page.artist.name) }]);
    setOpen(id);
  };

  return (
    <EditorPart id="sections" title="Sections">
      <SortableList items={sections} label="Sections of the page" nameOf={({ type }) => labelOf(type)} onReorder={onChange}>
        {(section, handle, index) => (
          <Section
            section={section}
            index={index}
            page={page}
            errors={errors}
            wrong={wrong.has(index)}
            handle={handle}
            opened={open === section.id}
            onToggle={() => setOpen(open === section.id ? null : section.id)}
            onChange={(change) => patch(section.id, change)}
            onRemove={() => remove(section)}
          />
        )}
      </SortableList>
      <UndoNotes
        entries={undo.entries}
        wordsOf={({ section }) => `${labelOf(section.type)} is off the page.`}
        onUndo={(key, { section, position }) => {
          undo.drop(key);
          onChange([...sections.slice(0, position), section, ...sections.slice(position)]);
        }}
      />
      <Menu position="bottom-start" width={340}>
        <Menu.Target>
          <Button variant="default" mt="sm" leftSection={<IconPlus size={18} aria-hidden />}>
            Add a section
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {sectionEditors.map(({ type, icon: Icon, purpose }) => {
            const single = bioSectionTypes.some((known) => known.type === type && known.single);
            const there = single && sections.some((section) => section.type === type);
            return (
              <Menu.Item key={type} disabled={there} leftSection={<Icon size={20} />} onClick={() => add(type)}>
                {labelOf(type)}
                <span className={classes.purpose}>{there ? 'On the page already' : purpose}</span>
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </EditorPart>
  );
}

interface SectionProps {
  section: SectionDraft;
  index: number;
  page: EditedBioPage;
  errors: FieldErrors;
  wrong: boolean;
  handle: ReactNode;
  opened: boolean;
  onToggle(): void;
  onChange(change: Partial<SectionDraft>): void;
  onRemove(): void;
}

function Section({ section: { id, type, visible, settings }, index, page, errors, wrong, handle, opened, onToggle, onChange, onRemove }: SectionProps) {
  const editor = sectionEditor(type);
  const label = labelOf(type);
  const Icon = editor?.icon;
  const body = `section-${id}`;
  const message = errors.error(`sections.${index}`);
  return (
    <div>
      <div className={classes.head}>
        {handle}
        <UnstyledButton className={classes.toggle} onClick={onToggle} aria-expanded={opened} aria-controls={body} disabled={!editor}>
          {Icon && <Icon size={20} aria-hidden className={classes.icon} />}
          <span className={visible ? classes.words : `${classes.words} ${classes.hidden}`}>
            <span className={classes.name}>{label}</span>
            <span className={wrong ? `${classes.summary} ${classes.wrong}` : classes.summary}>{wrong ? 'Needs a look' : editor ? editor.summary(settings, page) : 'Made by a newer version of this dashboard. It stays as it is.'}</span>
          </span>
          {editor && <IconChevronDown size={18} aria-hidden className={opened ? `${classes.chevron} ${classes.turned}` : classes.chevron} />}
        </UnstyledButton>
        <Tooltip label={visible ? 'Fans see it' : 'Hidden from fans'}>
          <span>
            <Switch size="xs" aria-label={`Show ${label}`} checked={visible} onChange={(event) => onChange({ visible: event.currentTarget.checked })} />
          </span>
        </Tooltip>
        <ActionIcon aria-label={`Remove ${label}`} onClick={onRemove}>
          <IconTrash size={18} />
        </ActionIcon>
      </div>
      {message !== undefined && <p className={classes.wrong}>{message}</p>}
      <div id={body}>
        {editor && (
          <Collapse expanded={opened}>
            <div className={classes.body}>
              <editor.Form settings={settings} page={page} path={`sections.${index}.settings`} errors={errors} onChange={(next) => onChange({ settings: next })} />
            </div>
          </Collapse>
        )}
      </div>
    </div>
  );
}
