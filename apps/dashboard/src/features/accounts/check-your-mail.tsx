import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { AccountFrame } from './account-frame.js';

interface CheckYourMailProps {
  address: string;
  onWrongAddress: () => void;
  children: ReactNode;
}

/** Names the address that a mail went to, and the way back when it is the wrong one. */
export function CheckYourMail({ address, onWrongAddress, children }: CheckYourMailProps) {
  return (
    <AccountFrame
      title="Check your mail"
      lead={
        <>
          {children} It went to <strong>{address}</strong>.
        </>
      }
      foot="Nothing there after a minute? Look into the spam folder."
    >
      <Group gap="xs">
        <Button variant="default" onClick={onWrongAddress}>
          Wrong address?
        </Button>
      </Group>
    </AccountFrame>
  );
}
