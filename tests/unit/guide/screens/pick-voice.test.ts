import { describe, expect, it } from 'vitest';
import { pickVoice, type Listener } from '../../../../src/ui/guide/screens/pick-voice';

/** A voice of this device, named by its language; "!": the one chosen on the device, "@": it speaks from elsewhere. */
function voice(name: string): SpeechSynthesisVoice {
  const lang = name.replace(/[!@]/, '');
  const isFar = name.endsWith('@');
  return { name, lang, default: name.endsWith('!'), localService: !isFar, voiceURI: name };
}

const picked = (voices: string[], listener: Partial<Listener>) =>
  pickVoice(voices.map(voice), { language: 'en', country: '*', languages: [], ...listener })?.name;

const THREE = ['en-AU', 'en-US!', 'en-GB'];

describe('the voice that reads aloud', () => {
  it('is that of the region which the browser’s languages name, best first', () => {
    expect(picked(THREE, { languages: ['fr-FR', 'en-GB', 'en-AU', 'en'], country: 'US' })).toBe('en-GB');
    expect(picked(THREE, { languages: ['en-NZ', 'en-AU'], country: 'US' })).toBe('en-AU');
  });

  it('else that of the person’s country', () => {
    expect(picked(THREE, { languages: ['de-DE', 'en'], country: 'GB' })).toBe('en-GB');
  });

  it('else the one chosen on the device, else the first', () => {
    expect(picked(THREE, { languages: ['de-DE', 'en'], country: 'DE' })).toBe('en-US!');
    expect(picked(['en-AU', 'en-US', 'en-GB'], {})).toBe('en-AU');
  });

  it('reads our Portuguese as in Portugal, where the device can', () => {
    const listener = { language: 'pt', languages: ['pt-BR', 'pt'], country: 'BR' };
    expect(picked(['pt-BR!', 'pt-AO', 'pt-PT'], listener)).toBe('pt-PT');
    expect(picked(['pt-AO!', 'pt-BR', 'en-US'], listener)).toBe('pt-BR');
  });

  it('is never one that would send the text elsewhere, nor of another language', () => {
    const listener = { languages: ['en-GB'], country: 'GB' };
    expect(picked(['en-GB@', 'de-DE!', 'en-US'], listener)).toBe('en-US');
    expect(picked(['en-GB@', 'de-DE!', 'eng'], listener)).toBeUndefined();
  });

  it('is known by its tag however the system writes it', () => {
    const listener = { languages: ['en-GB'] };
    expect(picked(['en_US', 'en-AU', 'en_GB'], listener)).toBe('en_GB');
    expect(picked(['en-us', 'en-au', 'en-gb-x-rp'], listener)).toBe('en-gb-x-rp');
  });
});
