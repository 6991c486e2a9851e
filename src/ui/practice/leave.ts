import { browser } from '../../browser/api';

/** Closes the practice; as the only tab of its window it becomes the guide, so that no window is lost. */
export async function closePractice(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const beside = await browser.tabs.query({ windowId: own?.windowId });
  if (own?.id !== undefined && beside.length > 1) await browser.tabs.remove(own.id);
  else location.assign(browser.runtime.getURL('src/ui/guide/guide.html'));
}
