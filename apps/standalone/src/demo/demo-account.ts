import { setTimeout as delay } from 'node:timers/promises';
import { graphql } from '@lynkify/contract';
import { demoLogin } from './demo-login.js';
import type { DemoSession } from './demo-session.js';

const SignIn = graphql(`
  mutation DemoSignIn($input: SignInInput!) {
    signIn(input: $input) { me { memberships { workspace { id name } } } userErrors { code message } }
  }
`);

const SignUp = graphql(`
  mutation DemoSignUp($input: SignUpInput!) {
    signUp(input: $input) { accepted userErrors { code message } }
  }
`);

const ConfirmEmail = graphql(`
  mutation DemoConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) { me { memberships { workspace { id name } } } userErrors { code message } }
  }
`);

const CreateWorkspace = graphql(`
  mutation DemoCreateWorkspace($input: CreateWorkspaceInput!) {
    createWorkspace(input: $input) { workspace { id } userErrors { code message } }
  }
`);

interface Memberships {
  memberships: readonly { workspace: { id: string; name: string } }[];
}

/** Signs the demo user in, up before that when they are new, and opens the demo workspace. */
export async function enterDemoWorkspace(session: DemoSession, name: string, mailboxUrl: string): Promise<void> {
  const me = (await signIn(session)) ?? (await signUp(session, mailboxUrl));
  const known = me.memberships.find(({ workspace }) => workspace.name === name);
  if (known) {
    session.workspaceId = known.workspace.id;
    return;
  }
  const { createWorkspace } = await session.execute(CreateWorkspace, { input: { name, kind: 'LABEL', timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone } });
  if (!createWorkspace.workspace) throw refused('createWorkspace', createWorkspace.userErrors);
  session.workspaceId = createWorkspace.workspace.id;
}

async function signIn(session: DemoSession): Promise<Memberships | null> {
  const { signIn: answer } = await session.execute(SignIn, { input: { email: demoLogin.email, password: demoLogin.password } });
  return answer.me;
}

async function signUp(session: DemoSession, mailboxUrl: string): Promise<Memberships> {
  const { signUp: answer } = await session.execute(SignUp, { input: { ...demoLogin, name: 'Demo' } });
  if (!answer.accepted) throw refused('signUp', answer.userErrors);
  const token = await newestLink(mailboxUrl, demoLogin.email, /\/confirm-email\?token=([\w.~%-]+)/);
  const { confirmEmail } = await session.execute(ConfirmEmail, { input: { token } });
  if (!confirmEmail.me) throw refused('confirmEmail', confirmEmail.userErrors);
  return confirmEmail.me;
}

/** What the link in the newest mail to an address carries, once it has come. */
export async function newestLink(mailboxUrl: string, to: string, pattern: RegExp): Promise<string> {
  for (const until = Date.now() + 20_000; Date.now() < until; await delay(100)) {
    const answer = await fetch(`${mailboxUrl}/api/email?to.address=${encodeURIComponent(to)}`, { signal: AbortSignal.timeout(5_000) });
    const mails = (await answer.json()) as { text?: string; to: { address: string }[]; date: string }[];
    const texts = mails.filter((mail) => mail.to.some(({ address }) => address === to)).map((mail) => mail.text ?? '');
    const found = texts.reverse().map((text) => pattern.exec(text)?.[1]).find(Boolean);
    if (found) return decodeURIComponent(found);
  }
  throw new Error(`No mail with a link came to ${to}.`);
}

/** An expected refusal that the demo did not expect. */
export function refused(what: string, errors: readonly { code: string; message: string }[]): Error {
  return new Error(`${what}: ${errors.map(({ code, message }) => `${code} ${message}`).join('; ') || 'refused'}`);
}
