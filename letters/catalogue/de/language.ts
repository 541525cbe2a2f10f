import type { Language } from '../../language';

/** German; formal with Sie, informal with du. Nobody's gender is guessed: without Frau or Herr it is "Guten Tag" and the name. */
export const german: Language = {
  tag: 'de',
  locale: 'de-DE',
  salutation: {
    informal: 'Hallo {given},',
    neutral: 'Guten Tag {full},',
    titled: 'Guten Tag {title} {family},',
    female: 'Sehr geehrte Frau {titleThen}{family},',
    male: 'Sehr geehrter Herr {titleThen}{family},',
    nameless: 'Guten Tag,',
  },
  mention: {
    female: '{honorific} {titleThen}{family}',
    male: '{honorific} {titleThen}{family}',
    titled: '{title} {full}',
    neutral: '{full}',
  },
  mentionOblique: 'Herrn {titleThen}{family}',
  mentionYou: { formal: 'Ihnen', informal: 'dir' },
  honorifics: { ms: 'Frau', mrs: 'Frau', miss: 'Frau', mr: 'Herr', mx: null, dr: 'Dr.', prof: 'Professor' },
  severalSalutations: 'each',
  closing: { formal: 'Mit freundlichen Grüßen', informal: 'Viele Grüße' },
  list: { and: ' und ' },
  days: {
    near: 'am {weekday}',
    far: 'am {date}',
    by: 'bis {weekday}, den {date}',
    full: '{weekday}, den {date}',
    range: 'vom {fromDate} bis zum {toDate}',
    until: 'bis zum {toDate}',
  },
  role: {
    named: 'die Stelle als {role}',
    complete: 'die Stelle „{role}“',
    namedDative: 'der Stelle als {role}',
    completeDative: 'der Stelle „{role}“',
    // Not the name of a person's trade: "als" would be wrong.
    completeWhen:
      /(?:praktikum|volontariat|ausbildung|traineeship|trainee-?programm|stelle|position|leitung|vertretung|tätigkeit|referat|assistenz|sachbearbeitung|koordination|entwicklung|management|internship|apprenticeship|stipendium|promotion|projekt|studium|job)\b/i,
    strip: /\s*\((?:[mwfdxi]\s*[/|]\s*)+[mwfdxi]\)|\s*\((?:all genders|alle)\)|^(?:der|die|das)\s+/giu,
    several: 'die Stellen {roles}',
    listed: '„{role}“',
  },
  topic: {
    one: 'zum Thema {topics}',
    more: 'zu den Themen {topics}',
    strip: /^(?:der|die|das|den|dem|ein|eine|einen|einem|einer|Der|Die|Das|Ein|Eine)\s+(?=\p{Lu})/u,
    quoted: { when: /^(?:der|die|das|den|dem|ein|eine|einen|einem|einer|wie|warum|was)\s/i, as: '„{topic}“' },
    article: null,
  },
  promise: {
    strip:
      /\s+(?:zu\s+)?(?:zu)?(?:schicken|senden|zuschicken|zusenden|zuzuschicken|zuzusenden|nachzureichen|nachreichen|weiterleiten|weiterzuleiten)$/i,
    article: null,
    determined: /^/,
  },
  notes: {
    sentence:
      /^(?:[Ii]ch|[Mm]ir|[Mm]ich|[Ww]ir|Ihre?[nmrs]?|Deine?[nmrs]?|Unsere?[nmrs]?|[Ee]s (?:war|hat)|[Bb]esonders|[Dd](?:as|ies) (?:hat|war|ist|fand)|Danke|Vielen Dank|Dass (?:Sie|du)|Wie (?:Sie|du)|Was (?:Sie|du)|Sie (?:haben|hatten|sagten|waren|sind)|Du (?:hast|hattest|warst|bist))\s(?=.*\s\S+)/,
    toAddress: [
      { from: /^(?:sie|er) hat\b/i, formal: 'Sie haben', informal: 'Du hast' },
      { from: /^(?:sie|er) hatte\b/i, formal: 'Sie hatten', informal: 'Du hattest' },
      { from: /^(?:sie|er) ist\b/i, formal: 'Sie sind', informal: 'Du bist' },
      { from: /^(?:sie|er) war\b/i, formal: 'Sie waren', informal: 'Du warst' },
      { from: /^(?:sie|er) (\p{L}+)te(?!\p{L})/iu, formal: 'Sie $1ten', informal: 'Du $1test' },
      { from: /^hat\b/i, formal: 'Sie haben', informal: 'Du hast' },
    ],
    named: 'sie {rest}',
    inside: [{ from: /(,?\s)(?:sie|er) hat\b/g, formal: '$1Sie haben', informal: '$1du hast' }],
    thirdPerson:
      /(?<!\p{Lu}\S*\s)(?<=[,\s])(?:er|ihn|ihm)\b|\b(?:seine?[nmrs]?)\b|(?<=\s)ihre?[nmrs]?\b|(?<=[,\s])sie\b/u,
    subject: [
      {
        from: /^(?=(?:gute|kluge|schöne|spannende|interessante|schwierige|tolle|offene|hilfreiche) (?:Frage|Idee|Diskussion|Geschichte|Anregung)\b)/i,
        formal: 'Das war eine ',
        informal: 'Das war eine ',
      },
      {
        from: /^(?=(?:gutes|schönes|spannendes|interessantes|tolles|offenes|hilfreiches) (?:Gespräch|Beispiel|Argument)\b)/i,
        formal: 'Das war ein ',
        informal: 'Das war ein ',
      },
      {
        from: /^(?=(?:haben|sprachen|redeten|diskutierten)\b)/i,
        formal: 'Wir ',
        informal: 'Wir ',
      },
      {
        from: /^(?=(?:fand|mochte|war (?:beeindruckt|froh|überrascht)|habe|schätzte|freute mich|erfuhr|lernte)\b)/i,
        formal: 'Ich ',
        informal: 'Ich ',
      },
    ],
    thing: null,
    thingFrames: [],
    frames: [
      'Im Kopf geblieben ist mir vor allem: {note}',
      'Was mir besonders in Erinnerung ist: {note}',
      'Besonders gern erinnere ich mich daran: {note}',
      'Ein Punkt beschäftigt mich seither: {note}',
      'Seither denke ich öfter daran: {note}',
    ],
    private:
      /\b(?:to-?do|nicht vergessen|daran denken|nachfragen|fragen ob|noch fragen|prüfen|nachschauen|nachsehen|unsicher|nicht sicher|nervös|peinlich|komisch|seltsam|langweilig|gelangweilt|müde|unfreundlich|unhöflich|arrogant|abgelenkt|zu spät|schlecht\w*|schlimm\w*|schwach\w*|genervt|Gehalt\w*|Lohn|Geld|Visum|Aufenthalt\w*|schwanger\w*|krank\w*|Gesundheit\w*|geschieden|Religion|alt|jung|attraktiv|hübsch|verheiratet|Kinder|wirkt\w*|schien|vielleicht|vermutlich|wahrscheinlich|Gerücht\w*|vertraulich|geheim|privat|unter uns|Favorit\w*|Lieblings\w*|anderes Angebot)\b|\?/i,
  },
  circumstance: {
    state:
      /^(?:auf|in|im|unterwegs|verreist|erreichbar|nicht|nur|außer|ohne|per|am|an|bei|zurück|abwesend|verfügbar|telefonisch|schwer|gut)\b/i,
    sentence: /^(?:Ich|Mein[e]?|Wir|Unsere?|Von|Vom|Bis|Ab|Zwischen|Seit)\b/,
    self: /^Ich bin (?!.*\b(?:bis|vom|von|ab|zwischen)\b)/i,
    future: '{Span} bin ich {text}',
    present: '{Span} bin ich {text}',
    undated: 'Ein Hinweis zu meinen Terminen: Ich bin {text}',
    other: 'Ein Hinweis zu meinen Terminen: {text} ({span})',
    otherUndated: 'Ein Hinweis zu meinen Terminen: {text}',
  },
  asks: /\?|\b(?:lassen Sie (?:es )?mich wissen|sagen Sie mir|lass (?:es )?mich wissen|sag mir|freue ich mich über|würde (?:ich mich|mich) .* freuen|bitte um)/i,
  frequent:
    /\b(?:der|die|das|und|ist|war|mit|über|für|auf|dass|sie|er|wir|ich|ihr|mein|wie|von|bei|zu|ein|eine|im|in|den|dem|hat|haben|nicht|auch|zum|zur|des|an|fand|sehr)\b/gi,
};
