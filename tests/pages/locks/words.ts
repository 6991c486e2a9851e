/** The words of the bench's lockers: our own, with a number that belongs to nobody. */
export const NUMBER = '1-888-555-0147';
export const TITLE = 'Windows security alert';
export const WORDS =
  'Windows security alert. Your computer has been blocked because a virus was found. ' +
  'Your passwords and bank details are at risk. Do not close this window and do not restart your computer. ' +
  `Call Microsoft support immediately: ${NUMBER}. Error code: LK-0147.`;
