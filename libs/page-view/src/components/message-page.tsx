import type { MessageView } from '../page-view.js';
import { Credit, PageFrame } from './page-frame.js';

function PasswordField({ name, label, error }: NonNullable<MessageView['password']>) {
  return (
    <>
      <div className="field">
        <label htmlFor="password">{label}</label>
        <input id="password" type="password" name={name} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={1_000} required autoFocus aria-invalid={error !== null || undefined} aria-describedby={error === null ? undefined : 'password-error'} />
      </div>
      {error !== null && <p className="error" id="password-error" role="alert">{error}</p>}
    </>
  );
}

/** A page that is one message and at most one thing to do. */
export function MessagePage({ view }: { view: MessageView }) {
  return (
    <PageFrame view={view}>
      <main>
        <h1>{view.title}</h1>
        <p>{view.text}</p>
        {view.button && (
          <form method="post" action={view.button.action}>
            {view.password && <PasswordField {...view.password} />}
            {view.choice && (
              <div className="field">
                <label htmlFor="choice">{view.choice.label}</label>
                <select id="choice" name={view.choice.name} defaultValue={view.choice.chosen}>
                  {view.choice.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
                </select>
              </div>
            )}
            <button type="submit" className="filled">{view.button.label}</button>
          </form>
        )}
        {view.link && <p className="way"><a href={view.link.href}>{view.link.label}</a></p>}
      </main>
      <Credit view={view} />
    </PageFrame>
  );
}
