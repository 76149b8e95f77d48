/** A page with one message: set like the back of a sleeve, low on the left edge of a narrow column. */
export const messageStyles = `
.message { display: flex; flex-direction: column; padding: 20px; background: var(--panel) }
.message main { width: 100%; max-width: 440px; margin: auto }
.message h1 { margin-bottom: 12px; font-size: 40px }
.message p { color: var(--quiet) }
.message form { margin-top: 24px }
.message .field { min-height: 52px; margin-bottom: 12px; padding: 6px 12px; border: 1px solid var(--control); border-radius: var(--radius); background: var(--surface) }
.message .field:focus-within { outline: 2px solid var(--text); outline-offset: 1px }
.message label { display: block; font-size: 12px; line-height: 16px; color: var(--quiet) }
.message .field input { display: block; width: 100%; height: 24px; padding: 0; border: 0; outline: 0; background: none }
.message .error { margin: -4px 0 12px; font-size: 14px; color: var(--error) }
.message select { width: 100%; height: 24px; margin: 0; padding: 0; border: 0; outline: 0; background: none; color: var(--text); font: inherit }
.message option { background: var(--surface) }
.way { margin-top: 16px }
.way a { display: inline-block; padding: 10px 0; color: var(--text); font-weight: 500 }
`;
