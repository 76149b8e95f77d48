import type { OwnPlatformView } from '../page-view.js';
import type { Strings } from '../strings/strings.js';

/** Below the fan's own platform: whether it is opened at once, and how to undo that. */
export function OwnPlatform({ own, words }: { own: OwnPlatformView; words: Strings }) {
  const { always, opens, change, ask, forget } = words.ownPlatform;
  const forgetting = <button type="submit" name="do" value="forget">{forget}</button>;
  if (!own.always) {
    return (
      <form className="own" method="post" action={own.action}>
        <input type="hidden" name="platform" value={own.platform} />
        <button type="submit" name="do" value="always">{always(own.name)}</button> {forgetting}
      </form>
    );
  }
  return (
    <details className="own">
      <summary>{opens(own.name)} <u>{change}</u></summary>
      <form method="post" action={own.action}>
        <button type="submit" name="do" value="ask">{ask}</button> {forgetting}
      </form>
    </details>
  );
}
