import { describe, expect, it } from 'vitest';
import { conceptsIn } from '../concepts-in';

describe('what to tell the bank, so that it does not help', () => {
  it.each([
    ['en', 'If your bank asks what it is for, say it is a gift'],
    ['en', 'If the app asks whether somebody is helping you, tick no'],
    ['fr', 'Si votre banque vous interroge, indiquez qu’il s’agit d’un achat'],
    ['fr', 'Si l’application demande si quelqu’un vous guide, répondez non'],
    ['de', 'Wenn die Bank fragt, sagen Sie, es sei ein privates Darlehen'],
    ['es', 'Si el banco le pregunta, diga que es una compra'],
    ['it', 'Se la banca le chiede, dica che è un regalo'],
    ['pt', 'Se o banco perguntar, diga que é um presente'],
    ['pt', 'Se o aplicativo perguntar se alguém orientou a operação, responda não'],
    ['nl', 'Als de bank ernaar vraagt, zeg dat het privé is'],
    ['pl', 'Jeśli bank zapyta, powiedz, że to prezent'],
    ['sv', 'Om banken frågar, säg att det är en gåva'],
    ['tr', 'Bankanız sorarsa hediye olduğunu söyleyin'],
    ['ru', 'Если банк спросит, скажите, что это подарок'],
    ['ja', '銀行で聞かれたら、家族への贈り物と答えてください'],
    ['ko', '은행에서 물으면 선물이라고 대답하세요'],
    ['zh-Hans', '如果银行询问,就说是送礼'],
    ['zh-Hant', '如果銀行詢問,就說是送禮'],
  ])('%s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('no-help');
  });

  it.each([
    ['en', 'Keep it between you and your case officer'],
    ['en', 'Do not discuss it with the cashier'],
    ['fr', 'Ne parlez pas de ce dossier au facteur'],
    ['es', 'No comente el envío con el cartero'],
    ['it', 'Non ne parli con i vicini'],
    ['pt', 'Não comente com os funcionários'],
    ['nl', 'Bespreek dit niet met collega’s'],
  ])('or whom else not to speak to, %s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('no-help');
  });

  it.each([
    'Your bank may ask you some questions about a payment. Please answer them truthfully.',
    'If the bank asks you to move money, say no',
    'If the app asks for your location, choose no',
    'Si votre banque vous demande un justificatif, envoyez cette facture',
    'Wenn Ihre Bank nach dem Grund fragt, antworten Sie wahrheitsgemäß',
    'Von telefonischen Rückfragen bitten wir abzusehen',
    'Do not share your password with colleagues',
    'Ask your bank, and if they say that it is genuine, go on',
    'Fun for the children, not to mention the whole family',
    'Si un conseiller vous demande un code, répondez que vous rappellerez',
    'Si votre banque vous téléphone, dites que vous rappelez',
    'Si el banco le llama, diga que llamará usted',
    'Si le preguntan por el motivo de la transferencia, responda con sinceridad',
    'Se la banca chiama, dica che richiama Lei',
    'Если банк спросит, скажите, что перезвоните',
    'Si el banco pregunta, aporte la factura',
    '銀行で本人確認を聞かれることがあります',
  ])('but this is none of it: %s', (text) => {
    expect(conceptsIn(text)).not.toContain('no-help');
  });
});

describe('ways to move money that nobody honest asks for', () => {
  it.each([
    ['en', 'If the system by mistake pays you more, please send back the difference'],
    ['en', 'Scratch the card and read the codes of the gift cards to the agent'],
    ['en', 'A protected holding account was opened'],
    ['fr', 'Renvoyez immédiatement la différence sur ce RIB'],
    ['fr', 'Grattez et dictez : carte cadeau, dictez les codes'],
    ['de', 'Er legt für Sie ein Schutzkonto an'],
    ['de', 'Bitte senden Sie den Überschuss: die Differenz ist zurückzuüberweisen'],
    ['es', 'Transfiera el saldo a una cuenta espejo'],
    ['it', 'Trasferisca il denaro sul conto specchio'],
    ['it', 'Trattieni la provvigione e inoltra il resto'],
    ['pt', 'Transfira o valor para a sua conta espelho'],
    ['nl', 'U moet het verschil terugstorten'],
    ['pl', 'Nadwyżkę należy odesłać'],
  ])('%s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('moves-money');
  });

  it.each([
    'We refund the difference to your card within five days',
    'Scratch cards can be bought at the counter',
    'Das Treuhandkonto wird vom Notar geführt',
    'Le virement arrive sur votre compte personnel',
    'Transfer the funds to the escrow account before completion',
    'Scrivi il codice della carta regalo nella cassa',
  ])('but this is none of it: %s', (text) => {
    expect(conceptsIn(text)).not.toContain('moves-money');
  });
});

describe('programs for remote control', () => {
  it.each([
    ['by name', 'Download RustDesk, HopToDesk or AweSun'],
    ['in German Windows', 'Starten Sie die Remotehilfe'],
    ['as a number to read out', 'The program shows a number that you read to the officer'],
    ['in French', 'Communiquez le numéro à neuf chiffres qui s’affiche'],
    ['in German', 'Es zeigt eine Nummer, die Sie ihm vorlesen'],
    ['in Spanish', 'Dicte al agente el código que aparece'],
    ['in Italian', 'Detti al tecnico il codice di sessione'],
    ['in Portuguese', 'Dite o código que aparece'],
    ['in Dutch', 'U leest uw ID en wachtwoord voor'],
    ['in Polish', 'Podaj kod, który się wyświetli'],
  ])('are heard %s', (_, text) => {
    expect(conceptsIn(text)).toContain('remote-access');
  });
});

describe('threats of other kinds', () => {
  it.each([
    ['hacked', 'Your SIM card is being cloned'],
    ['hacked', 'Su tarjeta SIM se está clonando'],
    ['hacked', 'Votre carte SIM a été clonée'],
    ['hacked', 'Der Schlüssel dieses Laufwerks wurde von außen geändert'],
    ['damage', 'Danach wird das Laufwerk gelöscht'],
    ['locked', 'ANAKART KİLİTLENDİ'],
    ['infected', 'Disk 0: VİRÜS'],
    ['damage', 'Disk silinir'],
    ['infected', 'Línea cortada por un virus'],
    ['infected', '警告 トロイの木馬'],
    ['locked', 'Your files are on hold'],
  ])('%s: %s', (concept, text) => {
    expect(conceptsIn(text)).toContain(concept);
  });

  it.each([
    ['locked', 'Your data are held on our servers'],
    ['locked', 'アプリを強制終了する'],
    ['infected', '緊急のお知らせ 新型コロナウイルス'],
    ['hacked', 'A cloned SIM is a crime'],
  ])('but this is none (%s): %s', (concept, text) => {
    expect(conceptsIn(text)).not.toContain(concept);
  });
});

it('who represents a service reports nothing', () => {
  expect(conceptsIn('Говорит представитель службы безопасности')).not.toContain('reported-speech');
});

describe('those who tell of it', () => {
  it.each([
    ['en', 'Callers who posed as our staff'],
    ['fr', 'Ils se faisaient passer pour notre service'],
    ['de', 'Ein Mann gab sich am Telefon als Techniker aus'],
    ['de', 'Anrufer, die sich als Bank ausgaben'],
    ['es', 'Se hicieron pasar por el banco'],
    ['it', 'Si spacciavano per tecnici'],
    ['pt', 'Eles se passaram por funcionários'],
    ['nl', 'Mensen die zich voordeden als ons fonds'],
    ['pl', 'Podszywali się za pracowników'],
    ['sv', 'Han utgav sig för att vara tekniker'],
    ['tr', 'Kendini polis olarak tanıttı'],
    ['ru', 'Они представились сотрудниками'],
  ])('report what others said, %s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('reported-speech');
  });

  it.each([
    ['en', 'What we will never do'],
    ['fr', 'Ce que nous ne demandons jamais'],
    ['de', 'Das tun wir nie'],
    ['es', 'Lo que nunca haremos'],
    ['it', 'Cosa non chiediamo mai'],
    ['pt', 'O que nunca pedimos'],
    ['nl', 'Dit doen wij nooit'],
    ['pl', 'Czego nigdy nie robimy'],
    ['sv', 'Det gör vi aldrig'],
  ])('say what they never do, %s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('refutes');
  });
});

describe('somebody else in the machine', () => {
  it.each([
    ['en', 'Someone else is using this iPad'],
    ['fr', 'Quelqu’un regarde votre écran depuis 43 minutes'],
    ['de', 'Jemand steuert gerade diesen Computer'],
    ['de', '„Gast-2“ ist an diesem PC angemeldet und hat Ihr Kennwort geändert'],
    ['es', 'Alguien está mirando la pantalla'],
    ['it', 'Uno sconosciuto sta usando il tablet'],
    ['it', 'La telecamera è stata accesa da fuori'],
    ['pt', 'Uma mão fantasma está mexendo no seu celular'],
    ['nl', 'Iemand is met uw computer bezig'],
    ['pl', 'Ktoś siedzi w tym komputerze'],
    ['sv', 'Någon styr din dator'],
    ['tr', 'Birisi şu anda ekranınızı izliyor'],
    ['ru', 'Кто-то смотрит на ваш экран'],
    ['ja', '誰かがあなたの画面を見ています'],
    ['ko', '누군가 화면을 보고 있습니다'],
    ['zh-Hans', '有人正在查看您的屏幕'],
    ['zh-Hant', '有人正在查看您的螢幕'],
  ])('is a threat, %s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('hacked');
  });

  it.each([
    'Quelqu’un de confiance vous aide',
    'Jemand aus der Familie kann helfen',
    'Someone will call you back',
  ])('but this is none: %s', (text) => expect(conceptsIn(text)).not.toContain('hacked'));
});

describe('codes that come by text and are to be read out', () => {
  it.each([
    'Read it to your handler',
    'Sie erhalten eine TAN, die Sie uns ansagen',
    'Si un code arrive par SMS, lisez-le-lui',
    'Dicte al agente las claves que le llegan',
    'Detti il codice che arriva',
    'Dite o código que chegar',
  ])('move money: %s', (text) => {
    expect(conceptsIn(text)).toContain('moves-money');
  });

  it.each([
    'Read the session code to our engineer',
    'Give the code to the technician',
    'Dictez le code de session au technicien',
    'Legga il codice di sessione al tecnico',
    'El mensajero recogerá el paquete en su domicilio',
    'Überweisen Sie das Geld auf Ihr Verrechnungskonto',
  ])('a session is none: %s', (text) => {
    expect(conceptsIn(text)).not.toContain('moves-money');
  });
});
