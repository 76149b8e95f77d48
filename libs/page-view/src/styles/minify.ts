/** Takes the white space out of a style sheet of ours, which has no comments and no strings with spaces that matter. */
export function minify(css: string): string {
  return css.replace(/\s+/gu, ' ').replace(/ ?([{};,>]) ?/gu, '$1').replace(/: /gu, ':').replace(/;\}/gu, '}').trim();
}
