// @vitest-environment jsdom
// @vitest-environment-options {"html": "<svg xmlns='http://www.w3.org/2000/svg'/>", "contentType": "image/svg+xml"}
import { expect, it } from 'vitest';
import { openBridge } from '../../../../src/content/gate/bridge';
import { HELLO_EVENT } from '../../../../src/messages/page-bridge';

it('orders reach the hook of a picture that is a page of its own', () => {
  expect(document.documentElement.nodeName).toBe('svg');
  const heard: string[] = [];
  const listen = (hello: Event): void =>
    (hello as FocusEvent).relatedTarget?.addEventListener('defuse', () => heard.push('defuse'));
  window.addEventListener(HELLO_EVENT, listen, { once: true });
  openBridge(() => undefined)('defuse');
  expect(heard).toEqual(['defuse']);
});
