import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * An element as HTML. React ends void elements as XML would; HTML gives that no meaning, and checkers advise against it. In texts
 * and attributes every `>` is escaped, and elements of SVG have end tags, so the two characters stand nowhere else.
 */
export function markup(element: ReactElement): string {
  return renderToStaticMarkup(element).replaceAll('/>', '>');
}
