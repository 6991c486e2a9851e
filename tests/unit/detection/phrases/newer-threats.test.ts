import { describe, expect, it } from 'vitest';
import { conceptsIn } from '../concepts-in';

describe('files that somebody has encrypted are a threat', () => {
  it.each([
    ['en', 'Your photos have been encrypted'],
    ['fr', 'Le disque a été chiffré par un inconnu'],
    ['de', 'Ihre Dateien wurden verschlüsselt'],
    ['es', 'Sus archivos han sido cifrados'],
    ['it', 'Le foto sono state crittografate'],
    ['pt', 'Os arquivos foram criptografados'],
    ['nl', 'De bestanden zijn versleuteld'],
    ['pl', 'Pliki zostały zaszyfrowane'],
    ['sv', 'Filerna har blivit krypterade'],
    ['ru', 'Файлы зашифрованы'],
    ['tr', 'Dosyalarınız şifrelendi'],
    ['ja', 'ファイルが暗号化されました'],
    ['ko', '파일이 암호화되었습니다'],
    ['zh-Hans', '您的文件已加密'],
    ['zh-Hant', '您的檔案被加密'],
  ])('%s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('damage');
  });

  it.each(['The connection is encrypted', 'La connexion est chiffrée', 'Die Verbindung ist verschlüsselt'])(
    'but not that %s',
    (text) => {
      expect(conceptsIn(text)).not.toContain('damage');
    },
  );
});

describe('a camera that others look through is a threat', () => {
  it.each([
    ['en', 'Your webcam is being broadcast'],
    ['fr', 'Votre caméra est piratée'],
    ['de', 'Ihre Kamera wurde angezapft'],
    ['es', 'Tu cámara está siendo transmitida'],
    ['it', 'La sua webcam viene trasmessa'],
    ['pt', 'A sua câmera foi invadida'],
    ['nl', 'Uw camera wordt afgeluisterd'],
    ['pl', 'Kamera została przejęta'],
    ['sv', 'Din kamera har kapats'],
  ])('%s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('hacked');
  });

  it.each(['The camera of this phone takes good photos', 'La caméra est en panne'])('but not: %s', (text) => {
    expect(conceptsIn(text)).not.toContain('hacked');
  });
});

describe('what a bank never asks', () => {
  it.each([
    ['Placez votre épargne sur un compte de repli', 'moves-money'],
    ['Un coursier viendra récupérer votre carte', 'moves-money'],
    ['A courier will collect your card', 'moves-money'],
    ['Um motoboy vai buscar o cartão', 'moves-money'],
    ['Mova o saldo para uma conta segura', 'moves-money'],
    ['N’utilisez pas l’application, elle est surveillée', 'no-help'],
    ['Do not use the app, it is being monitored', 'no-help'],
  ])('%s', (text, concept) => {
    expect(conceptsIn(text)).toContain(concept);
  });

  it.each([
    ['Un coursier livrera votre repas', 'moves-money'],
    ['Your card comes with the post', 'moves-money'],
    ['Votre conseiller est joignable', 'no-help'],
    ['Votre conseiller n’est pas autorisé à vous demander vos codes', 'no-help'],
    ['Gérez vos comptes sans passer par votre agence', 'no-help'],
    ['Le livreur peut prendre votre carte pour le paiement', 'moves-money'],
    ['The driver collects the payment by card', 'moves-money'],
    ['O seu dinheiro fica numa conta protegida', 'moves-money'],
    ['Il corriere ritira la carta da riciclare', 'moves-money'],
    ['The name used by the company', 'stolen'],
    ['The webcam of the harbour is being broadcast', 'hacked'],
    ['Keystrokes are sent to the window in front', 'hacked'],
  ])('but this is none of it: %s', (text, concept) => {
    expect(conceptsIn(text)).not.toContain(concept);
  });
});

describe('any machine can be said to be locked', () => {
  it.each([
    'This Chromebook is locked',
    'Your laptop has been blocked',
    'Votre tablette est bloquée',
    'Ihr Laptop ist gesperrt',
  ])('%s', (text) => {
    expect(conceptsIn(text)).toContain('locked');
  });
});

it('a command that is to be written into a terminal is heard in Turkish', () => {
  expect(conceptsIn('Terminali açın ve metni yapıştırın')).toContain('run-command');
});

describe('spyware that was found, by its own name in the language, is a threat', () => {
  it.each([
    ['fr', 'Un logiciel espion a été détecté'],
    ['de', 'Spionagesoftware wurde gefunden'],
    ['es', 'Software espía detectado'],
    ['it', 'Software spia rilevato'],
    ['pt', 'Software espião detectado'],
    ['nl', 'Windows heeft spionagesoftware aangetroffen'],
    ['sv', 'Ett spionprogram har upptäckts'],
  ])('%s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('infected');
  });
});
