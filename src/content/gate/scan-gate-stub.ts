/** Stands in until src/detection brings the real gate. @returns whether a text deserves the detector */
export function scanGate(text: string): boolean {
  const number = /(?:\d[\s().-]?){7,}/.test(text);
  const threat =
    /virus|infect|malware|trojan|spyware|blocked|bloqu|gesperrt|bloccat|zablokow|ウイルス|感染|ブロック|security|defender|verify/i;
  const brand = /microsoft|windows|apple|defender|norton|mcafee/i;
  return threat.test(text) && (number || brand.test(text));
}
