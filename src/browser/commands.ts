/** Names of the keyboard commands in manifest.json: close the tab in front, open the guide. The menu has them too. */
export const CLOSE_COMMAND = 'close-scam-tab';
export const GUIDE_COMMAND = 'open-guide';
