import { Checkbox, Select, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type Language, languages } from '@lynkify/domain';
import { useId, useState } from 'react';
import classes from './preview.module.css';
import { anyFan, appChoices, appHelps, type Choice, countryChoices, fanInWords, languageChoices, type PreviewFan } from './preview-fan.js';

interface PreviewFanFieldsProps {
  fan: PreviewFan;
  onChange(fan: PreviewFan): void;
  /** The platforms that a fan may have used before; none: the page does not depend on where music is opened. */
  platforms: readonly Choice[];
}

/** Whose eyes the preview looks through. Folded away until it is wanted. */
export function PreviewFanFields({ fan, onChange, platforms }: PreviewFanFieldsProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = fanInWords(fan, platforms);
  const edit = (more: Partial<PreviewFan>) => onChange({ ...fan, ...more });
  return (
    <div className={classes.fan}>
      <div className={classes.fanHead}>
        <UnstyledButton className={classes.fanToggle} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          {words === '' ? 'As any fan sees it' : `As a fan sees it: ${words}`}
        </UnstyledButton>
        {words !== '' && <UnstyledButton className={classes.fanReset} onClick={() => onChange(anyFan)}>Any fan</UnstyledButton>}
      </div>
      {open && (
        <div id={id} className={classes.fanFields}>
          <Select size="xs" label="Language" allowDeselect={false} value={fan.language} onChange={(value) => edit({ language: languageOf(value) })} data={[...languageChoices]} />
          {platforms.length > 0 && (
            <>
              <Select size="xs" label="Country" placeholder="Not known" clearable searchable value={fan.country} onChange={(country) => edit({ country })} data={countryChoices()} nothingFoundMessage="No such country" />
              <Select size="xs" label="Last used" placeholder="No platform yet" clearable value={fan.platform} onChange={(platform) => edit({ platform, always: platform !== null && fan.always })} data={[...platforms]} />
              <Select size="xs" label="Inside an app" placeholder="In a browser" clearable searchable value={fan.app} onChange={(app) => edit({ app })} data={[...appChoices]} nothingFoundMessage="No such app" />
              {fan.platform !== null && (
                <Checkbox size="xs" className={classes.fanWide} label="Asked to open it straight away. Posts then lead past this page." checked={fan.always} onChange={(event) => edit({ always: event.currentTarget.checked })} />
              )}
              {fan.app !== null && !appHelps(fan.app) && <p className={classes.fanNote}>Music apps open from there: the page is the same as in a browser.</p>}
            </>
          )}
        </div>
      )}
    </div>
  );
}

function languageOf(value: string | null): Language {
  return languages.find((language) => language === value) ?? anyFan.language;
}
