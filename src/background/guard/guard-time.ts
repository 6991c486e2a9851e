const HOUR_MS = 3_600_000;

/** When the guard stands, as the setting says: `guardHours` of -1, of 0, of more. */
export function guardStands(guardHours: number): 'always' | 'never' | 'after-scam' {
  if (guardHours < 0) return 'always';
  return guardHours === 0 ? 'never' : 'after-scam';
}

/** Whether the guard stands: `guardHours` after the last incident, -1 = always, 0 = never. Times in ms since 1970. */
export function isGuardTime(guardHours: number, lastIncidentAt: number | null, now: number): boolean {
  const stands = guardStands(guardHours);
  if (stands !== 'after-scam') return stands === 'always';
  return lastIncidentAt !== null && now - lastIncidentAt < guardHours * HOUR_MS;
}
