import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { formatNumber } from '../../format.js';
import classes from './chips.module.css';

export interface Choice {
  value: string;
  label: string;
  note?: string;
  count?: number;
}

interface ChoiceChipProps {
  label: string;
  value: string | undefined;
  /** Undefined while they are on their way. */
  choices: readonly Choice[] | undefined;
  onOpen?: () => void;
  onChange: (value: string | undefined) => void;
}

/** So many choices and more are searched and not only looked through. */
const searchFrom = 8;

/** A filter of which one value is chosen from a list. */
export function ChoiceChip({ label, value, choices, onOpen, onChange }: ChoiceChipProps) {
  const [text, setText] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setText('');
    },
    onDropdownOpen: () => {
      onOpen?.();
      combobox.focusSearchInput();
      combobox.updateSelectedOptionIndex('active');
    },
  });
  const chosen = choices?.find((choice) => choice.value === value);
  const typed = text.trim().toLowerCase();
  const found = choices?.filter((choice) => `${choice.label} ${choice.note ?? ''}`.toLowerCase().includes(typed));

  return (
    <div className={classes.pair}>
      <Combobox
        store={combobox}
        width={280}
        position="bottom-start"
        onOptionSubmit={(next) => {
          onChange(next === value ? undefined : next);
          combobox.closeDropdown();
        }}
        classNames={{ dropdown: classes.dropdown }}
      >
        <Combobox.Target targetType="button" withAriaAttributes>
          <button type="button" className={classes.chip} data-on={value !== undefined || undefined} onClick={() => combobox.toggleDropdown()}>
            <span className={classes.chosen}>{value === undefined ? label : `${label}: ${chosen?.label ?? '…'}`}</span>
            {value === undefined && <IconChevronDown size={16} aria-hidden />}
          </button>
        </Combobox.Target>
        <Combobox.Dropdown>
          {(choices?.length ?? 0) >= searchFrom && (
            <Combobox.Search
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                combobox.selectFirstOption();
              }}
              placeholder={`Find a ${label.toLowerCase()}`}
              aria-label={`Find a ${label.toLowerCase()}`}
            />
          )}
          <Combobox.Options aria-label={label} className={classes.options}>
            {choices === undefined && <Combobox.Empty>Loading</Combobox.Empty>}
            {found?.length === 0 && <Combobox.Empty>{choices?.length === 0 ? 'Nothing to choose from here' : 'Nothing of that name'}</Combobox.Empty>}
            {found?.map((choice) => (
              <Combobox.Option key={choice.value} value={choice.value} active={choice.value === value} className={classes.option}>
                <span className={classes.optionWords}>
                  {choice.label}
                  {choice.note !== undefined && choice.note !== '' && <span className={classes.note}>{choice.note}</span>}
                </span>
                {choice.value === value && <IconCheck size={16} aria-label="Chosen" />}
                {choice.count !== undefined && <span className={classes.count}>{formatNumber(choice.count)}</span>}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {value !== undefined && <ClearFilter what={label} onClear={() => onChange(undefined)} />}
    </div>
  );
}

/** The cross at the end of a chip that is set. */
export function ClearFilter({ what, onClear }: { what: string; onClear: () => void }) {
  return (
    <button type="button" className={classes.clear} aria-label={`Clear the filter ${what}`} onClick={onClear}>
      <IconX size={16} aria-hidden />
    </button>
  );
}
