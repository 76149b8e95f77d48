/**
 * The capture form. `.more` is out of sight until something in the form has the focus or was filled in. It closes a
 * moment late, so that what stands below does not move away from under the press that took the focus.
 */
export const signupStyles = `
.signup { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; padding: 12px; padding-inline-start: 16px; border: 1px solid var(--line); border-radius: min(var(--radius),16px); background: var(--surface); outline: 0; scroll-margin: 24px }
.signup h2 { flex: 1 0 104px; padding: 4px 0 }
.field { flex: 2 1 168px; display: flex; flex-direction: column; justify-content: center; min-height: 52px; padding: 0 12px; border: 1px solid var(--control); border-radius: var(--small); background: var(--ground) }
.field:focus-within { outline: 2px solid var(--text); outline-offset: 1px }
.field label { font-size: 12px; line-height: 16px; color: var(--quiet) }
.field input { width: 100%; min-width: 0; height: 24px; padding: 0; border: 0; outline: 0; background: none; line-height: 24px }
.field input::placeholder { color: var(--quiet); opacity: 1 }
.more { flex: 1 0 100%; min-width: 0; display: grid; grid-template-rows: 1fr }
.more > div { display: grid; gap: 12px; padding-top: 12px; min-width: 0 }
.consent { display: flex; gap: 12px; padding: 4px 0; font-size: 14px; line-height: 1.45; cursor: pointer }
.consent input { flex: none; width: 24px; height: 24px; margin: 0; accent-color: var(--accent) }
.error { flex: 1 0 100%; padding-top: 4px; font-size: 14px; color: var(--error) }
.more .error { padding: 0; margin-top: -6px }
.signup .filled { border-radius: min(var(--radius),var(--small) + 18px) }
@supports selector(:has(a)) {
  .signup > :is(h2,.field) { transition: flex-basis 0s .3s,margin 0s .3s }
  .signup:not(:focus-within,.open,:has(:checked),:has([type=email]:not(:placeholder-shown))) .more { grid-template-rows: 0fr; visibility: hidden; transition: grid-template-rows .16s ease-out .3s,visibility 0s .46s }
  .more { transition: grid-template-rows .16s ease-out }
  .more > div { overflow: hidden; padding-inline: 3px; margin-inline: -3px; min-height: 0 }
  .signup:not(:focus-within,.open,:has(:checked),:has([type=email]:not(:placeholder-shown))) .more > div { padding-block: 0 }
  .signup:is(:focus-within,.open,:has(:checked),:has([type=email]:not(:placeholder-shown))) > :is(h2,.field) { flex-basis: 100%; margin-bottom: 4px; transition-delay: 0s }
}
`;
