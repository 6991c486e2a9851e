/** Latin letters whose shape is exactly that of a Cyrillic one, and those, in the same order. */
export const LATIN_TWINS = 'abcehkmoptxy';
export const AS_CYRILLIC = 'авсенкмортху';
