import type { SignupView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';

function ErrorLine({ id, text }: { id: string; text: string | null }) {
  return text === null ? null : <p className="error" id={id}>{text}</p>;
}

/** Words that were not written in the page's language say so, and run in their own direction. */
const writtenIn = (lang: string | null) => (lang === null ? {} : { lang, dir: 'auto' });

/** The capture form. One line until it is touched; open at once where something has to be mended. */
export function SignupForm({ signup, words, id }: { signup: SignupView; words: Strings; id: string }) {
  const { values, errors } = signup;
  const wrong = Object.values(errors).some((error) => error !== null);
  const firstWrong = (['email', 'name', 'consent'] as const).find((field) => errors[field] !== null);
  const about = (field: 'email' | 'name' | 'consent') =>
    errors[field] === null ? {} : { 'aria-invalid': true as const, 'aria-describedby': `${id}-${field}-error` };
  // Focusable, so that a press on words inside it keeps the focus in the form and the form open.
  return (
    <form className={wrong ? 'signup open' : 'signup'} id={id} tabIndex={-1} method="post" action={signup.action} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} {...writtenIn(signup.lang.title)}>{signup.title}</h2>
      <div className="field">
        <label htmlFor={`${id}-email`}>{words.signup.email}</label>
        <input id={`${id}-email`} type="email" name="email" dir="ltr" defaultValue={values.email} placeholder={words.signup.emailExample} autoComplete="email" inputMode="email" maxLength={320} required autoFocus={firstWrong === 'email'} {...about('email')} />
      </div>
      <ErrorLine id={`${id}-email-error`} text={errors.email} />
      <div className="more">
        <div>
          {signup.askName && (
            <>
              <div className="field">
                <label htmlFor={`${id}-name`}>{words.signup.name} ({words.signup.optional})</label>
                <input id={`${id}-name`} name="name" dir="auto" defaultValue={values.name} autoComplete="given-name" maxLength={200} autoFocus={firstWrong === 'name'} {...about('name')} />
              </div>
              <ErrorLine id={`${id}-name-error`} text={errors.name} />
            </>
          )}
          <label className="consent">
            <input type="checkbox" name="consent" value="yes" defaultChecked={values.consent} autoFocus={firstWrong === 'consent'} {...about('consent')} />
            <span {...writtenIn(signup.lang.consentText)}>{signup.consentText}</span>
          </label>
          <ErrorLine id={`${id}-consent-error`} text={errors.consent} />
          {errors.form !== null && <p className="error" role="alert">{errors.form}</p>}
          <div className="unseen" aria-hidden="true">
            <label htmlFor={`${id}-website`}>{words.signup.notForYou}</label>
            <input id={`${id}-website`} name="website" tabIndex={-1} autoComplete="off" />
          </div>
          <input type="hidden" name="t" value={signup.startedToken} />
          <input type="hidden" name="shown" value={signup.shown} />
          <button type="submit" className="filled">{words.signup.join}</button>
        </div>
      </div>
    </form>
  );
}
