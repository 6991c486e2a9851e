import { ask } from '../shared/ask';

/** Has the worker forget, too, which page it was. @param entry key of the entry that is gone; null: all are */
export function tellDeleted(entry: number | null): void {
  void ask({ type: 'journal-deleted', entry }).catch(() => undefined); // it forgets all as the browser ends
}
