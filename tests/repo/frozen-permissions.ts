/** A new permission makes every user's browser ask again: change this list only on purpose, with its paragraph. */
export const FROZEN = [
  'alarms',
  'contextMenus',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
  'webNavigation',
  'webRequest',
  'webRequestAuthProvider',
];
export const FROZEN_FIREFOX = ['sessions', 'webRequestBlocking'];
export const FROZEN_OPTIONAL = ['browsingData', 'downloads', 'history'];
export const FROZEN_OPTIONAL_CHROME = ['contentSettings'];
