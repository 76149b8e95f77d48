import { NativeSelect, UnstyledButton } from '@mantine/core';
import { shareContexts, shareGroups } from '@lynkify/domain';
import { useId } from 'react';
import classes from './share.module.css';

interface PlaceListProps {
  chosen: string;
  /** On a phone one field stands for the list. */
  narrow: boolean;
  onChoose(id: string): void;
}

/** Where artists share. */
export function PlaceList({ chosen, narrow, onChoose }: PlaceListProps) {
  if (narrow) {
    return (
      <NativeSelect
        label="Where you share"
        value={chosen}
        data={shareGroups.map((group) => ({ group: group.label, items: placesOf(group.id).map(({ id, label }) => ({ value: id, label })) }))}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    );
  }
  return (
    <nav aria-label="Where you share" className={classes.places}>
      {shareGroups.map((group) => (
        <PlaceGroup key={group.id} group={group} chosen={chosen} onChoose={onChoose} />
      ))}
    </nav>
  );
}

function PlaceGroup({ group, chosen, onChoose }: { group: (typeof shareGroups)[number] } & Pick<PlaceListProps, 'chosen' | 'onChoose'>) {
  const heading = useId();
  return (
    <div>
      <h2 id={heading} className={classes.group}>
        {group.label}
      </h2>
      <ul aria-labelledby={heading} className={classes.list}>
        {placesOf(group.id).map(({ id, label }) => (
          <li key={id}>
            <UnstyledButton className={classes.place} aria-current={id === chosen} onClick={() => onChoose(id)}>
              {label}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

const placesOf = (group: (typeof shareGroups)[number]['id']) => shareContexts.filter((context) => context.group === group);
