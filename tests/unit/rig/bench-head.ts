/** What a result of the bench begins with: the tiny page, three rounds. */
export const HEAD = {
  browser: 'chromium',
  name: 'tiny',
  date: '',
  version: '',
  machine: '',
  load: 0,
  rounds: 3,
} as const;
