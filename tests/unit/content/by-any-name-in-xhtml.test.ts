// @vitest-environment jsdom
// @vitest-environment-options {"html": "<html xmlns='http://www.w3.org/1999/xhtml'><head><title></title></head><body></body></html>", "contentType": "application/xhtml+xml"}
import { expect } from 'vitest';
import { readsLines, readsPagesWithForms } from './by-any-name';

expect(document.contentType).toBe('application/xhtml+xml');
readsPagesWithForms();
readsLines();
