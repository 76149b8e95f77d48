/** A page with one message: set like the back of a sleeve, low on the left edge of a narrow column. */
export const messageStyles = `
.message { display: flex; flex-direction: column; padding: 20px; background: var(--panel) }
.message main { width: 100%; max-width: 440px; margin: auto }
.message h1 { margin-bottom: 12px; font-size: 40px }
.message p { color: var(--quiet) }
.message form { margin-top: 24px }
.way { margin-top: 16px }
.way a { display: inline-block; padding: 10px 0; color: var(--text); font-weight: 500 }
`;
