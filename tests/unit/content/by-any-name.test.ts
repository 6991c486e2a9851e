// @vitest-environment jsdom
import { expect } from 'vitest';
import { readsLines, readsPagesWithForms } from './by-any-name';

expect(document.contentType).toBe('text/html');
readsPagesWithForms();
readsLines();
