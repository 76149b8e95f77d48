import {
  ActionIcon, Alert, Anchor, Badge, Button, Card, Checkbox, Code, Divider, InputWrapper, Input, Loader, Menu, Modal, NavLink, Notification, Popover, SegmentedControl, Select, Skeleton, Table, Text, Tooltip,
  type MantineThemeComponents,
} from '@mantine/core';
import classes from './components.module.css';

/** How Mantine's components look here: 36 px controls, one-pixel borders, no shadows, icons at 1.5 px. */
export const components: MantineThemeComponents = {
  ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 36 }, classNames: { root: classes.actionIcon } }),
  Alert: Alert.extend({ defaultProps: { variant: 'light', radius: 'md' }, classNames: { root: classes.alert, message: classes.alertMessage } }),
  Anchor: Anchor.extend({ defaultProps: { underline: 'always', size: 'sm' }, classNames: { root: classes.anchor } }),
  Badge: Badge.extend({ defaultProps: { variant: 'light', color: 'gray', size: 'md', radius: 'sm' }, classNames: { root: classes.badge } }),
  Button: Button.extend({ defaultProps: { size: 'sm' }, classNames: { root: classes.button } }),
  Card: Card.extend({ defaultProps: { withBorder: true, radius: 'lg', padding: 'lg' }, classNames: { root: classes.card } }),
  Checkbox: Checkbox.extend({ defaultProps: { size: 'sm', iconColor: 'var(--on-accent)' }, classNames: { input: classes.input, description: classes.help, error: classes.help } }),
  Code: Code.extend({ classNames: { root: classes.code } }),
  Divider: Divider.extend({ defaultProps: { color: 'var(--line)' } }),
  Input: Input.extend({ defaultProps: { size: 'sm' }, classNames: { input: classes.input } }),
  InputWrapper: InputWrapper.extend({
    // Label above, help below, an error in place of the help.
    defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'], withAsterisk: false },
    classNames: { root: classes.wrapper, label: classes.label, description: classes.help, error: classes.help },
  }),
  Loader: Loader.extend({ defaultProps: { type: 'dots', size: 'sm' } }),
  Menu: Menu.extend({ defaultProps: { position: 'bottom-end', transitionProps: { duration: 120, transition: 'fade' } }, classNames: { dropdown: classes.dropdown, item: classes.menuItem, label: classes.menuLabel } }),
  Modal: Modal.extend({
    defaultProps: { centered: true, radius: 'lg', padding: 'lg', size: 480, overlayProps: { color: 'var(--veil)', backgroundOpacity: 1 }, transitionProps: { duration: 150, transition: 'fade' } },
    classNames: { content: classes.modal, header: classes.modalHeader, title: classes.modalTitle, overlay: classes.veil },
  }),
  NavLink: NavLink.extend({ classNames: { root: classes.navLink } }),
  Notification: Notification.extend({ defaultProps: { color: 'green' }, classNames: { root: classes.notification, title: classes.notificationTitle, description: classes.notificationText } }),
  Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 120, transition: 'fade' } }, classNames: { dropdown: classes.dropdown } }),
  SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm' }, classNames: { root: classes.segments, indicator: classes.segment, label: classes.segmentLabel } }),
  Select: Select.extend({ defaultProps: { checkIconPosition: 'right', comboboxProps: { transitionProps: { duration: 120, transition: 'fade' } } }, classNames: { dropdown: classes.dropdown } }),
  Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' }, classNames: { root: classes.skeleton } }),
  Table: Table.extend({ defaultProps: { verticalSpacing: 0, horizontalSpacing: 'md' }, classNames: { th: classes.th, td: classes.td, tr: classes.tr } }),
  Text: Text.extend({ defaultProps: { size: 'sm' } }),
  Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: false }, classNames: { tooltip: classes.tooltip } }),
};
