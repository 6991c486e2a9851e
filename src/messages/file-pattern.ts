/**
 * A text as the source of a regular expression that meets it alone, in JavaScript and in RE2. Rules that browsers keep
 * are known again by this very text (`heldAddressOf` in src/background/hold-back/held-rules.ts): it escapes what it always did.
 */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/**
 * A name of rules/remote-tools.json (`AnyDesk*.exe`) as the source of a regular expression, without anchors.
 * @param any what a `*` stands for
 */
export function wildcardSource(pattern: string, any = '.*'): string {
  return pattern.split('*').map(escapeRegExp).join(any);
}
