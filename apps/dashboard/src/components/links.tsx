import { ActionIcon, Anchor, Button, type ActionIconProps, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AnchorElement<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>;

/** A link in running text to a screen of ours. */
export const TextLink = createLink((props: AnchorElement<AnchorProps>) => <Anchor component="a" {...props} />);

/** A link to a screen of ours that looks like a button. */
export const ButtonLink = createLink((props: AnchorElement<ButtonProps>) => <Button component="a" {...props} />);

/** The same as an icon. Needs an `aria-label`. */
export const IconLink = createLink((props: AnchorElement<ActionIconProps>) => <ActionIcon component="a" {...props} />);
