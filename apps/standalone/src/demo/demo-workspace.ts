import { readFileSync } from 'node:fs';
import type { Sleeve } from './sleeve.js';

/** What the demo workspace holds: real releases with the addresses under which they really are. */
export interface DemoWorkspace {
  workspace: string;
  artists: DemoArtist[];
}

export interface DemoArtist {
  name: string;
  handle: string;
  headline: string;
  portrait: Sleeve | null;
  socials: string[];
  links: { title: string; url: string }[];
  /** Oldest first. */
  releases: DemoRelease[];
}

export interface DemoRelease {
  title: string;
  type: 'SINGLE' | 'EP' | 'ALBUM';
  releaseDate: string | null;
  timeZone?: string;
  links: string[];
  sleeve: Sleeve;
}

export function readDemoWorkspace(): DemoWorkspace {
  return JSON.parse(readFileSync(new URL('./demo-workspace.json', import.meta.url), 'utf8')) as DemoWorkspace;
}
