import { IconChartLine, IconDisc, IconHome, IconId, IconShare3, IconUsers, type Icon } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';

interface Screen {
  to: NonNullable<LinkProps['to']>;
  label: string;
  icon: Icon;
  /** Other words that someone may look for. */
  keywords: string[];
}

/** The places of the dashboard, in the order of the rail and of the phone's bar. */
export const screens: readonly Screen[] = [
  { to: '/', label: 'Home', icon: IconHome, keywords: ['start', 'to do'] },
  { to: '/releases', label: 'Releases', icon: IconDisc, keywords: ['smart links', 'singles', 'albums'] },
  { to: '/bio-page', label: 'Bio page', icon: IconId, keywords: ['link in bio', 'profile page'] },
  { to: '/fans', label: 'Fans', icon: IconUsers, keywords: ['crm', 'emails', 'contacts'] },
  { to: '/numbers', label: 'Numbers', icon: IconChartLine, keywords: ['analytics', 'visits', 'clicks', 'statistics'] },
  { to: '/share', label: 'Share', icon: IconShare3, keywords: ['address', 'short link', 'qr code', 'channel', 'post', 'link in bio'] },
];
