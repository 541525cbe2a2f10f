import { readDates } from '../../mail/dates';
import type { DatesFound, MailKind } from '../../mail/types';

const MONDAY = '2026-11-30T10:00:00+01:00';
const DECEMBER = '2026-12-02T10:00:00+01:00';
const BEFORE_CHRISTMAS = '2026-12-18T14:50:00+01:00';
const SUMMER = '2026-07-05T09:00:00+02:00';

type Field = keyof DatesFound;
/** Language, what is said, the date, whether it may be applied without asking. */
type Row = readonly [language: string, text: string, value: string | null, certain?: boolean];

const sure = true;
const unsure = false;

function check(kind: MailKind, field: Field, sentAt: string, rows: readonly Row[]): void {
  const cases = rows.map(([language, text, value, certain]) => ({ language, text, value, certain }));
  it.each(cases)('$language: $text', ({ language, text, value, certain }) => {
    const found = readDates(text, { sentAt, timeZone: null, language, kind })[field];
    expect(found?.value ?? null).toBe(value);
    if (certain !== undefined) {
      expect(found?.certain).toBe(certain);
    }
  });
}

describe('a day with its hour, in a mail about a further step, is not when they will answer', () => {
  check('advance', 'promisedDate', MONDAY, [
    ['fr', 'Nous décalons donc au jeudi 10 décembre à 9h30, même lieu.', '2026-12-10', unsure],
    ['en', 'We will be in touch on Thursday 10 December at 9.30.', '2026-12-10', unsure],
    ['en', 'We will let you know by Thursday 10 December at noon.', '2026-12-10', sure],
  ]);
});

describe('a plain commitment with its day, in words that name no answer, is certain', () => {
  check('holding', 'promisedDate', MONDAY, [
    ['en', "I'll ring you on Friday.", '2026-12-04', sure],
    ['en', "I'll ring you on weds.", '2026-12-02', sure],
    ['en', "I'll ring you on fri.", '2026-12-04', sure],
    ['en', 'We all sat down and will let you know soon.', null],
    ['en', "I'll email you on Wednesday, December 9 with whatever I know.", '2026-12-09', sure],
    ['en', "We're now hoping to make a decision by Friday 11 December.", '2026-12-11', sure],
    ['en', 'They will decide by Friday, or so I think.', '2026-12-04', unsure],
    ['de', 'Am Freitag rufe ich Sie an.', '2026-12-04', sure],
    ['de', 'Eine Entscheidung teilen wir Ihnen bis zum 11. Dezember mit.', '2026-12-11', sure],
    ['fr', 'Je vous appelle vendredi.', '2026-12-04', sure],
    ['fr', "La décision sera prise d'ici le 11 décembre.", '2026-12-11', sure],
    ['es', 'Te llamo el viernes.', '2026-12-04', sure],
    ['es', 'Le diré algo en firme el viernes 11.', '2026-12-11', sure],
    ['nl', 'Vrijdag bel ik je.', '2026-12-04', sure],
    ['nl', 'Je mag ten laatste vrijdag 11 december een telefoontje van mij verwachten.', '2026-12-11', sure],
    ['sv', 'Jag ringer dig på fredag.', '2026-12-04', sure],
    ['sv', 'Jag ringer dig den 8:e eller 9:e december.', '2026-12-09'],
    ['en', 'I will call you on the 8th or 9th.', '2026-12-09'],
    ['sv', 'Beslutet fattas senast fredag den 11 december.', '2026-12-11', sure],
  ]);
});

describe('a week later than the day named, counted from Monday 30 November 2026', () => {
  check('holding', 'promisedDate', MONDAY, [
    ['en', 'We will let you know a week on Friday.', '2026-12-11', sure],
    ['en', 'We will let you know no later than a week on Friday.', '2026-12-11', sure],
    ['en', 'You will hear from us Thursday week.', '2026-12-10', sure],
    ['en', 'I will get back to you a week today.', '2026-12-07', sure],
    ['en', 'I will get back to you a week tomorrow.', '2026-12-08', sure],
    ['en', 'I will get back to you in a week from today.', '2026-12-07'],
    ['en', 'We meet once a week on Friday and will let you know.', '2026-12-04'],
    ['de', 'Wir melden uns Freitag in einer Woche bei Ihnen.', '2026-12-11', sure],
    ['de', 'Ich rufe Sie am Mittwoch in acht Tagen an.', '2026-12-09', sure],
    ['fr', 'Je vous appelle vendredi en huit.', '2026-12-11', sure],
    ['es', 'Le diremos algo el viernes en ocho días.', '2026-12-11', sure],
    ['nl', 'U hoort van ons vrijdag over een week.', '2026-12-11', sure],
    ['sv', 'Vi hör av oss på fredag om en vecka.', '2026-12-11', sure],
  ]);
});

describe('the week of a day is all of it, proposed and never certain', () => {
  check('holding', 'promisedDate', MONDAY, [
    ['en', 'We will let you know in the week of 7 December.', '2026-12-11', unsure],
    ['en', 'You will hear from us w/c 7 December.', '2026-12-11', unsure],
    ['en', 'You will hear from us in the week of Monday 7 December.', '2026-12-11', unsure],
    ['en', 'You will hear from us by 7 December.', '2026-12-07', sure],
    ['de', 'Sie hören in der Woche vom 7. Dezember von uns.', '2026-12-11', unsure],
    ['de', 'Sie hören von uns in KW 50.', '2026-12-11', unsure],
    ['fr', 'Vous aurez de nos nouvelles dans la semaine du 7 décembre.', '2026-12-11', unsure],
    ['es', 'Le diremos algo en la semana del 7 de diciembre.', '2026-12-11', unsure],
    ['nl', 'U hoort van ons in de week van 7 december.', '2026-12-11', unsure],
    ['sv', 'Ni hör från oss under vecka 50.', '2026-12-11', unsure],
    ['en', 'You will hear from us within the next fortnight.', '2026-12-14', sure],
    ['fr', 'Vous aurez de nos nouvelles sous quinzaine.', '2026-12-14'],
  ]);
});

describe('a week of a month is its last day, proposed and never certain', () => {
  check('holding', 'promisedDate', MONDAY, [
    ['en', 'We will decide in the first week of January.', '2027-01-07', unsure],
    ['en', 'Realistically it will be the second week of January before anyone decides.', '2027-01-14', unsure],
    ['de', 'Wir entscheiden in der dritten Woche im Januar.', '2027-01-21', unsure],
    ['fr', 'La décision sera prise la deuxième semaine de janvier.', '2027-01-14', unsure],
    ['es', 'Decidiremos la segunda semana de enero.', '2027-01-14', unsure],
    ['nl', 'We beslissen in de tweede week van januari.', '2027-01-14', unsure],
    ['sv', 'Vi fattar beslut andra veckan i januari.', '2027-01-14', unsure],
  ]);
});

describe('the day before which nothing comes is proposed, and never certain', () => {
  check('holding', 'promisedDate', MONDAY, [
    ['en', 'You will not hear from us before 11 December.', '2026-12-11', unsure],
    ['en', 'A decision will not be made before 11 December.', '2026-12-11', unsure],
    ['en', 'We will be in touch on Friday at the earliest.', '2026-12-04', unsure],
    ['de', 'Vor dem 11. Dezember melden wir uns nicht.', '2026-12-11', unsure],
    ['de', 'Wir melden uns frühestens am Freitag.', '2026-12-04', unsure],
    ['fr', 'Nous ne vous donnerons pas de réponse avant le 11 décembre.', '2026-12-11', unsure],
    ['fr', 'Nous vous recontacterons vendredi au plus tôt.', '2026-12-04', unsure],
    ['es', 'No le daremos una respuesta antes del 11 de diciembre.', '2026-12-11', unsure],
    ['es', 'No tendremos nada que contarle hasta el lunes 14 de diciembre, como pronto.', '2026-12-14', unsure],
    ['nl', 'Voor 11 december laten we niets weten.', '2026-12-11', unsure],
    ['nl', 'Je hoort op zijn vroegst vrijdag van ons.', '2026-12-04', unsure],
    ['sv', 'Vi återkommer inte före den 11 december.', '2026-12-11', unsure],
    ['sv', 'Vi hör av oss tidigast på fredag.', '2026-12-04', unsure],
  ]);
});

describe('the day by which they will answer, counted from Monday 30 November 2026', () => {
  check('holding', 'promisedDate', MONDAY, [
    ['de', 'Wir können Ihnen erst in der 51. Kalenderwoche Bescheid geben.', '2026-12-18', unsure],
    ['en', 'We will get back to you by 11 December.', '2026-12-11', sure],
    ['en', 'You will hear from us by December 11th.', '2026-12-11', sure],
    ['en', "We'll let you know by Friday, 11 December 2026.", '2026-12-11', sure],
    ['en', 'We will be in touch on 2026-12-11.', '2026-12-11', sure],
    ['en', 'We will let you know by Friday.', '2026-12-04', sure],
    ['en', 'We will get back to you next Wednesday.', '2026-12-09', unsure],
    ['en', 'We will be in touch within two weeks.', '2026-12-14', sure],
    ['en', 'You will hear from us by the end of next week.', '2026-12-11', sure],
    ['en', 'We will let you know by the end of the week.', '2026-12-04', sure],
    ['en', 'You will hear from us in the coming days.', '2026-12-07', unsure],
    ['en', 'We will get back to you early in the New Year.', '2027-01-15', unsure],
    ['en', 'We will get back to you by mid-January.', '2027-01-20', unsure],
    ['en', "We'll be in touch after the 14th.", '2026-12-14', unsure],
    ['en', 'We will contact you within 10 working days.', '2026-12-14', sure],
    ['en', 'You will hear from us by 12/11.', '2026-12-11', unsure],
    ['en', 'You will hear from us by 13/12.', '2026-12-13', sure],
    ['en', 'You will hear from us by Friday 12/11/2026.', '2026-12-11', sure],
    ['en', 'We will let you know by tomorrow.', '2026-12-01', sure],
    ['en', 'We decide in week 51 and will let you know.', '2026-12-18', unsure],
    ['en', 'You will hear from us by the first week of January.', '2027-01-07', unsure],
    ['en', 'The panel meets on 9 December. We will let you know the following day.', '2026-12-10'],
    ['en', 'You will hear from us in three to four weeks.', '2026-12-28', unsure],
    ['en', 'The decision will be made on Monday 7 December.', '2026-12-07', unsure],
    ['en', 'We will let you know by 8 January.', '2027-01-08', sure],
    ['en', 'Thank you for your application of 3 November. You will hear from us.', null],
    ['en', 'We spoke two weeks ago and will get back to you.', null],
    ['en', 'If you have not heard from us by 11 December, please write.', null],
    ['de', 'Wir melden uns bis zum 11. Dezember bei Ihnen.', '2026-12-11', sure],
    ['de', 'Sie hören spätestens am 11.12. von uns.', '2026-12-11', sure],
    ['de', 'Wir geben Ihnen bis zum 11.12.2026 Bescheid.', '2026-12-11', sure],
    ['de', 'Wir melden uns bis Freitag bei Ihnen.', '2026-12-04', sure],
    ['de', 'Bis Ende nächster Woche melden wir uns.', '2026-12-11', sure],
    ['de', 'Wir melden uns innerhalb von zwei Wochen.', '2026-12-14', sure],
    ['de', 'Wir melden uns nach dem 14. bei Ihnen.', '2026-12-14', unsure],
    ['de', 'Wir kommen Anfang Januar auf Sie zu.', '2027-01-10', unsure],
    ['de', 'Sie erhalten in KW 51 eine Rückmeldung.', '2026-12-18', unsure],
    ['de', 'In den nächsten Tagen melden wir uns.', '2026-12-07', unsure],
    ['de', 'Bis Ende Januar melden wir uns.', '2027-01-31', sure],
    ['de', 'Wir melden uns am Mittwoch, den 9. Dezember.', '2026-12-09', sure],
    ['de', 'Ich melde mich morgen.', '2026-12-01', sure],
    ['de', 'Ich melde mich übermorgen.', '2026-12-02', sure],
    ['de', 'Ihre Bewerbung vom 3. November liegt uns vor, wir melden uns.', null],
    ['fr', "Nous reviendrons vers vous d'ici le 11 décembre.", '2026-12-11', sure],
    ['fr', 'Nous vous recontacterons au plus tard vendredi.', '2026-12-04', sure],
    ['fr', 'Nous vous recontacterons sous deux semaines.', '2026-12-14', sure],
    ['fr', 'Nous vous donnerons une réponse avant le 11 décembre.', '2026-12-11', sure],
    ['fr', 'Nous reviendrons vers vous la semaine prochaine.', '2026-12-11', unsure],
    ['fr', "Nous reviendrons vers vous d'ici la fin de la semaine prochaine.", '2026-12-11', sure],
    ['fr', 'Nous vous recontacterons début janvier.', '2027-01-10', unsure],
    ['fr', 'Nous vous tiendrons informé dans les prochains jours.', '2026-12-07', unsure],
    ['fr', 'Le comité se réunit le 9 décembre ; je reviens vers vous le lendemain.', '2026-12-10'],
    ['fr', 'Nous vous tiendrons informée le 11/12/2026.', '2026-12-11', sure],
    ['es', 'Te daremos una respuesta antes del 11 de diciembre.', '2026-12-11', sure],
    ['es', 'Nos pondremos en contacto contigo a más tardar el viernes.', '2026-12-04', sure],
    ['es', 'Te informaremos en dos semanas.', '2026-12-14', sure],
    ['es', 'Tendrás noticias nuestras la próxima semana.', '2026-12-11', unsure],
    ['es', 'Le informaremos a finales de enero.', '2027-01-31', sure],
    ['es', 'Te contactaremos en los próximos días.', '2026-12-07', unsure],
    ['es', 'Te avisaremos el 11/12.', '2026-12-11', sure],
    ['es', 'Te avisaremos mañana.', '2026-12-01', sure],
    ['es', 'Te daremos una respuesta el lunes 14 de diciembre.', '2026-12-14', sure],
    ['nl', 'Uiterlijk vrijdag 11 december hoort u van ons.', '2026-12-11', sure],
    ['nl', 'We laten je voor 11 december iets weten.', '2026-12-11', sure],
    ['nl', 'Je hoort binnen twee weken van ons.', '2026-12-14', sure],
    ['nl', 'We nemen volgende week contact met je op.', '2026-12-11', unsure],
    ['nl', 'Eind volgende week hoor je van ons.', '2026-12-11', sure],
    ['nl', 'We laten het je eind januari weten.', '2027-01-31', sure],
    ['nl', 'In de komende dagen nemen we contact op.', '2026-12-07', unsure],
    ['nl', 'Je hoort vrijdag van ons.', '2026-12-04', sure],
    ['nl', 'Het bestuur vergadert op 9 december; de dag erna laten we je iets weten.', '2026-12-10'],
    ['nl', 'We laten je uiterlijk 11-12-2026 iets weten.', '2026-12-11', sure],
    ['sv', 'Du får besked senast fredag den 11 december.', '2026-12-11', sure],
    ['sv', 'Vi återkommer inom två veckor.', '2026-12-14', sure],
    ['sv', 'Vi hör av oss senast den 11/12.', '2026-12-11', sure],
    ['sv', 'Vi återkommer nästa vecka.', '2026-12-11', unsure],
    ['sv', 'Vi hör av oss i slutet av nästa vecka.', '2026-12-11', sure],
    ['sv', 'Vi hör av oss i slutet av januari.', '2027-01-31', sure],
    ['sv', 'Vi återkommer första veckan i januari.', '2027-01-07', unsure],
    ['sv', 'Du får besked på fredag.', '2026-12-04', sure],
    ['sv', 'Vi hör av oss de närmaste dagarna.', '2026-12-07', unsure],
    ['sv', 'Styrelsen möts den 9 december och dagen efter återkommer vi.', '2026-12-10'],
  ]);
});

describe('the day by which they will answer, counted from Wednesday 2 December 2026', () => {
  check('holding', 'promisedDate', DECEMBER, [
    ['en', 'We will come back to you by the end of the month.', '2026-12-31', sure],
    ['en', 'We will let you know this week.', '2026-12-04', unsure],
    ['en', 'You will hear from us on Wednesday.', '2026-12-09', sure],
    ['fr', "Vous aurez de nos nouvelles d'ici la fin du mois.", '2026-12-31', sure],
    ['de', 'Bis Monatsende hören Sie von uns.', null],
  ]);
});

describe('H10: so much more time is a new day, proposed and never certain', () => {
  check('holding', 'promisedDate', MONDAY, [
    ['en', 'We need another week to finish the interviews. You will hear from us by then.', '2026-12-07', unsure],
    ['en', 'We need one more week.', '2026-12-07', unsure],
    ['en', 'Could you give us two more weeks?', '2026-12-14', unsure],
    ['en', 'We shall need a further fortnight.', '2026-12-14', unsure],
    ['en', 'Please bear with us for ten more days.', '2026-12-10', unsure],
    ['en', 'It will take another week or two.', '2026-12-07', unsure],
    ['en', 'You will hear from us by then.', null],
    ['de', 'Wir brauchen noch eine Woche.', '2026-12-07', unsure],
    ['de', 'Es dauert noch zwei Wochen, bis alle Gespräche geführt sind.', '2026-12-14', unsure],
    ['de', 'Wir bitten um weitere 14 Tage Geduld.', '2026-12-14', unsure],
    ['fr', 'Il nous faut encore une semaine.', '2026-12-07', unsure],
    ['fr', 'Nous avons besoin de deux semaines de plus.', '2026-12-14', unsure],
    ['es', 'Necesitamos una semana más.', '2026-12-07', unsure],
    ['es', 'Necesitamos otras dos semanas para las entrevistas.', '2026-12-14', unsure],
    ['nl', 'We hebben nog een week nodig.', '2026-12-07', unsure],
    ['sv', 'Vi behöver ytterligare en vecka.', '2026-12-07', unsure],
    ['sv', 'Vi behöver en vecka till.', '2026-12-07', unsure],
  ]);
  check('holding', 'promisedDate', '2026-11-28T10:00:00+01:00', [
    ['en', 'We need another week to finish the interviews.', '2026-12-07', unsure],
    ['en', 'You will hear from us within a week.', '2026-12-07', unsure],
    ['en', 'You will hear from us by Saturday 5 December.', '2026-12-05', sure],
  ]);
  check('offer', 'answerBy', MONDAY, [['en', 'You have one more week to accept the offer.', '2026-12-07', unsure]]);
});

describe('the last day away, itself included', () => {
  check('auto_reply', 'absentUntil', BEFORE_CHRISTMAS, [
    ['fr', "Je suis absente jusqu'au 18 décembre. En cas d'urgence : Paul au 04 76 00 00 01.", '2026-12-18', sure],
    ['en', 'I am out of the office until 6 January.', '2027-01-06', sure],
    ['en', 'I am away and will be back on 7 January.', '2027-01-06', sure],
    ['en', 'I am on leave from 21 December to 4 January.', '2027-01-04', sure],
    ['en', 'On annual leave, returning Monday 11 January.', '2027-01-10', sure],
    ['en', 'The office is closed from 24 December 2026 until 3 January 2027.', '2027-01-03', sure],
    ['en', "I don't work on Fridays.", null],
    ['en', 'Thank you for your mail of 3 December. I am away.', null],
    ['de', 'Ich bin bis einschließlich 6. Januar nicht im Büro.', '2027-01-06', sure],
    ['de', 'Ich bin ab dem 7. Januar wieder erreichbar.', '2027-01-06', sure],
    ['de', 'Vom 21.12. bis 4.1. bin ich im Urlaub.', '2027-01-04', sure],
    ['de', 'Ich bin im Urlaub und am Montag, 11. Januar zurück.', '2027-01-10', sure],
    ['de', 'Freitags bin ich nicht im Büro.', null],
    ['fr', "Je suis absent jusqu'au 6 janvier inclus.", '2027-01-06', sure],
    ['fr', 'Je serai de retour le 7 janvier.', '2027-01-06', sure],
    ['fr', 'En congé du 21 décembre au 4 janvier.', '2027-01-04', sure],
    ['es', 'Estaré fuera de la oficina hasta el 6 de enero.', '2027-01-06', sure],
    ['es', 'Vuelvo el 7 de enero.', '2027-01-06', sure],
    ['es', 'Estoy de vacaciones del 21 de diciembre al 4 de enero.', '2027-01-04', sure],
    ['nl', 'Ik ben afwezig tot en met 6 januari.', '2027-01-06', sure],
    ['nl', 'Vanaf 7 januari ben ik weer bereikbaar.', '2027-01-06', sure],
    ['nl', 'Ik ben met vakantie van 21 december tot en met 4 januari.', '2027-01-04', sure],
    ['sv', 'Jag har semester till och med 6 januari.', '2027-01-06', sure],
    ['sv', 'Jag är åter på kontoret den 7 januari.', '2027-01-06', sure],
    ['sv', 'Jag är ledig 21 december–4 januari.', '2027-01-04', sure],
  ]);
  check('holding', 'absentUntil', BEFORE_CHRISTMAS, [
    ['sv', 'De vill ta beslutet när Anna är tillbaka den 7 januari.', '2027-01-06', unsure],
  ]);
  check('auto_reply', 'absentUntil', SUMMER, [
    ['en', 'I will be traveling for work on July 10-31 with little access to email.', '2026-07-31'],
  ]);
});

describe('the interview, an instant where a time is named', () => {
  check('advance', 'interviewAt', MONDAY, [
    [
      'en',
      'We would like to invite you to an interview on Thursday 10 December at 2.15 pm.',
      '2026-12-10T14:15:00+01:00',
      sure,
    ],
    [
      'en',
      'Your interview is scheduled for Monday, December 7, 2026, 11:30 AM EST.',
      '2026-12-07T11:30:00-05:00',
      sure,
    ],
    ['en', 'The interview takes place on 9 December at 10:00.', '2026-12-09T10:00:00+01:00', sure],
    ['en', 'Your interview is on Tuesday 8 December. Arrive for 8.30.', '2026-12-08T08:30:00+01:00', unsure],
    [
      'en',
      'We invite you to an interview on 8 December at 10:00 or on 9 December at 14:00.',
      '2026-12-08T10:00:00+01:00',
      unsure,
    ],
    ['en', 'Thank you for the interview on 24 November. We would like to invite you to a second round.', null],
    [
      'de',
      'Wir laden Sie für Donnerstag, den 10. Dezember 2026, um 10:30 Uhr zu einem Gespräch ein.',
      '2026-12-10T10:30:00+01:00',
      sure,
    ],
    ['de', 'Das Vorstellungsgespräch findet am 9.12. um 14 Uhr statt.', '2026-12-09T14:00:00+01:00', sure],
    ['de', 'Hätten Sie am Freitag um 9 Uhr Zeit für ein Gespräch?', '2026-12-04T09:00:00+01:00', unsure],
    ['de', 'Wir laden Sie für Mittwoch, 9. Dezember, 9 bis 11 Uhr zu einem Gespräch ein.', '2026-12-09T09:00:00+01:00'],
    ['en', 'We invite you to an interview on Thursday, 9 to 11am.', '2026-12-03T09:00:00+01:00'],
    ['en', 'We invite you to an interview on Wednesday, 11-1pm.', '2026-12-02T11:00:00+01:00'],
    ['en', 'We invite you to an interview on Tuesday, December 8 - 9am.', '2026-12-08T09:00:00+01:00'],
    ['fr', 'Nous vous proposons un entretien le jeudi 10 décembre à 14 h 30.', '2026-12-10T14:30:00+01:00', sure],
    ['fr', 'Votre entretien est confirmé mardi 8 décembre à 9h.', '2026-12-08T09:00:00+01:00', sure],
    ['es', 'La entrevista será el jueves 10 de diciembre a las 16:30.', '2026-12-10T16:30:00+01:00', sure],
    ['es', 'La entrevista será el martes 8 de diciembre a las 11.', '2026-12-08T11:00:00+01:00', sure],
    [
      'nl',
      'We nodigen u uit voor een gesprek op donderdag 10 december om 13.30 uur.',
      '2026-12-10T13:30:00+01:00',
      sure,
    ],
    ['nl', 'Het gesprek is op dinsdag 8 december om 10 uur.', '2026-12-08T10:00:00+01:00', sure],
    ['sv', 'Vi vill boka en intervju torsdagen den 10 december kl. 13.00.', '2026-12-10T13:00:00+01:00', sure],
    ['sv', 'Intervjun äger rum tisdag 8 december klockan 9.15.', '2026-12-08T09:15:00+01:00', sure],
  ]);
  it.each([
    ['Would Tuesday at 2pm or Wednesday at 10am suit you?', '2026-12-01T14:00:00+01:00', '2026-12-02T10:00:00+01:00'],
    ['Can you come on Tuesday at 2pm or at 4pm?', '2026-12-01T14:00:00+01:00', '2026-12-01T16:00:00+01:00'],
    ['We can offer Tue 2pm or Wed 10:30.', '2026-12-01T14:00:00+01:00', '2026-12-02T10:30:00+01:00'],
  ])('H10 keeps each of the times offered and takes none as agreed: %s', (text, first, second) => {
    const { interviewAt } = readDates(text, { sentAt: MONDAY, timeZone: null, language: 'en', kind: 'advance' });
    expect(interviewAt).toMatchObject({ value: first, certain: false, others: [{ value: second, sentence: text }] });
  });
  it('takes the end of an interview for no other time', () => {
    const text = 'Your interview is on Tuesday 8 December from 10:00 to 11:30.';
    const { interviewAt } = readDates(text, { sentAt: MONDAY, timeZone: null, language: 'en', kind: 'advance' });
    expect(interviewAt).toEqual({
      value: '2026-12-08T10:00:00+01:00',
      sentence: text,
      confidence: 0.95,
      certain: true,
    });
  });
  it.each([
    ['de', 'Das Gespräch ist am 9. Dezember um 14 Uhr.', '2026-12-09T14:00:00+01:00'],
    ['de', 'Das Gespräch ist am 9. Dezember um halb drei.', '2026-12-09T14:30:00+01:00'],
    ['nl', 'Het gesprek is op 9 december om 14u30.', '2026-12-09T14:30:00+01:00'],
    ['en', 'Your interview is on 9 December at half past two.', '2026-12-09T14:30:00+00:00'],
    ['en', 'Your interview is on 9 December, 3:00 PM - 4:00 PM (PST).', '2026-12-09T15:00:00-08:00'],
  ])('reads the clock of the sender where a mail server wrote UTC (%s): %s', (language, text, value) => {
    const context = { sentAt: '2026-11-30T09:00:00+00:00', timeZone: null, language, kind: 'advance' as const };
    expect(readDates(text, context).interviewAt?.value).toBe(value);
  });
  it('keeps the summer time of the day named, not of the mail', () => {
    const context = { sentAt: '2026-03-20T10:00:00+01:00', timeZone: null, language: 'de', kind: 'advance' as const };
    expect(readDates('Das Gespräch ist am 2. April um 10 Uhr.', context).interviewAt?.value).toBe(
      '2026-04-02T10:00:00+02:00',
    );
  });
  it('takes the zone of the context before the offset of the mail', () => {
    const context = { sentAt: MONDAY, timeZone: 'Europe/Dublin', language: 'en', kind: 'advance' as const };
    expect(readDates('Your interview is on 9 December at 10:00.', context).interviewAt?.value).toBe(
      '2026-12-09T10:00:00+00:00',
    );
  });
});

describe('the day by which to answer, sign or send', () => {
  check('offer', 'answerBy', MONDAY, [
    ['en', 'Please sign and return the contract by 9 December.', '2026-12-09', sure],
    ['en', 'The offer is valid until 15 December.', '2026-12-15', sure],
    ['en', 'Please let us have your answer by December 9.', '2026-12-09', sure],
    ['en', 'Please reply no later than Monday, December 14, 2026.', '2026-12-14', sure],
    ['en', 'Your start date is 1 February. Please let us have your answer by Monday 7 December.', '2026-12-07', sure],
    ['en', 'We are delighted to offer you the job from 1 February.', null],
    ['de', 'Bitte senden Sie den Vertrag bis zum 15. Dezember unterschrieben zurück.', '2026-12-15', sure],
    ['de', 'Wir brauchen Ihre Zusage bis Freitagmittag.', '2026-12-04T12:00:00+01:00', sure],
    ['fr', 'Merci de nous retourner le contrat signé avant le 15 décembre.', '2026-12-15', sure],
    ['fr', 'Merci de nous donner votre accord sous huit jours.', '2026-12-08', sure],
    ['es', 'Esperamos tu respuesta antes del 15 de diciembre.', '2026-12-15', sure],
    ['es', 'Devuélvenos el contrato firmado a más tardar el 9 de diciembre.', '2026-12-09', sure],
    ['nl', 'Graag ontvangen wij het getekende contract uiterlijk 15 december.', '2026-12-15', sure],
    ['nl', 'Laat je ons voor 9 december weten of je het aanbod accepteert?', '2026-12-09', sure],
    ['sv', 'Skriv under avtalet senast den 15 december.', '2026-12-15', sure],
    ['sv', 'Vi behöver ditt svar före onsdag lunch.', '2026-12-02T12:00:00+01:00', sure],
  ]);
  check('info_request', 'answerBy', MONDAY, [
    ['en', 'Please send us your references before Wednesday 9 December.', '2026-12-09', sure],
    ['de', 'Bitte reichen Sie die Zeugnisse bis Dienstag nach.', '2026-12-01', sure],
    ['fr', "Merci d'envoyer vos diplômes avant vendredi midi.", '2026-12-04T12:00:00+01:00', sure],
    ['es', 'Por favor, envíanos tu título antes del viernes.', '2026-12-04', sure],
    ['nl', 'Kunt u ons uw diploma voor dinsdag 8 december sturen?', '2026-12-08', sure],
    ['sv', 'Kan du skicka ditt examensbevis senast på tisdag?', '2026-12-01', sure],
  ]);
  check('offer', 'answerBy', MONDAY, [
    ['en', 'You have until 9 December to decide.', '2026-12-09', sure],
    ['en', 'The offer lapses on 9 December.', '2026-12-09', sure],
    ['en', 'You start on 4 January; let me know by Friday.', '2026-12-04'],
    ['en', 'This offer will remain open for seven days.', '2026-12-07'],
    ['de', 'Das Angebot gilt bis 9. Dezember.', '2026-12-09'],
    ['fr', 'Cette offre expire le 9 décembre.', '2026-12-09'],
    ['es', 'Tienes hasta el viernes para decidirte.', '2026-12-04', sure],
    ['es', 'Tómate unos días y contéstame hasta el viernes 4.', '2026-12-04', sure],
    ['nl', 'Het aanbod vervalt op 9 december.', '2026-12-09'],
    ['sv', 'Erbjudandet gäller till fredag.', '2026-12-04'],
    ['en', 'We will send the contract by 9 December.', null],
  ]);
  check('info_request', 'answerBy', MONDAY, [
    ['en', 'Please let us have the documents by 5pm on Friday.', '2026-12-04T17:00:00+01:00'],
    ['en', 'The deadline for the references is 9 December.', '2026-12-09'],
    ['en', 'References received after 9 December cannot be considered.', '2026-12-09', unsure],
    ['en', 'Please give me your answer this week.', '2026-12-04', unsure],
    ['fr', 'Il nous faudrait ces pièces pour vendredi.', '2026-12-04'],
  ]);
  check('advance', 'answerBy', MONDAY, [
    ['en', "I've moved you to Thursday afternoon, does that still work?", null],
    ['en', 'Please complete the online assessment by Friday.', '2026-12-04', sure],
  ]);
});

describe('what is no date for us', () => {
  it.each(['bounce', 'other', 'referee_reply', 'rejection'] as const)('names none in a mail of the kind %s', (kind) => {
    expect(
      readDates('We will get back to you by 11 December.', { sentAt: MONDAY, timeZone: null, language: 'en', kind }),
    ).toEqual({});
  });
  it('keeps the sentence as evidence', () => {
    const text = 'Thank you for coming.\nWe will get back to you by 11 December.\nBest wishes';
    const found = readDates(text, { sentAt: MONDAY, timeZone: null, language: 'en', kind: 'holding' });
    expect(found.promisedDate?.sentence).toBe('We will get back to you by 11 December.');
  });
  it('keeps it as written, where folding makes a letter longer', () => {
    const text = 'Grüße aus Gießen! Wir melden uns bis zum 11. Dezember, um die Gespräche abzuschließen.';
    const found = readDates(text, { sentAt: MONDAY, timeZone: null, language: 'de', kind: 'holding' });
    expect(found.promisedDate?.sentence).toBe('Wir melden uns bis zum 11. Dezember, um die Gespräche abzuschließen.');
  });
  it('never takes a day before the mail, whatever is said', () => {
    const texts = [
      'We will let you know by 3 November 2026.',
      'We will be in touch on 2026-11-29.',
      'Sie hören bis zum 1.11.2026 von uns.',
    ];
    for (const text of texts) {
      expect(readDates(text, { sentAt: MONDAY, timeZone: null, language: 'en', kind: 'holding' })).toEqual({});
    }
  });
});
