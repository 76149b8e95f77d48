import { featuredReleaseEditor } from './featured-release.js';
import { linksEditor } from './links.js';
import { releasesEditor } from './releases.js';
import type { SectionEditor } from './section-editor.js';
import { signupEditor } from './signup.js';
import { socialsEditor } from './socials.js';
import { textEditor } from './text.js';

/** Every type of section that can be edited, in the order in which they are offered. */
export const sectionEditors: readonly SectionEditor[] = [featuredReleaseEditor, releasesEditor, socialsEditor, linksEditor, textEditor, signupEditor];

const byType: ReadonlyMap<string, SectionEditor> = new Map(sectionEditors.map((editor) => [editor.type, editor]));

/** The editor of a type, or null for one that this version of the dashboard does not know. */
export const sectionEditor = (type: string): SectionEditor | null => byType.get(type) ?? null;
