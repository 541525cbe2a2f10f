import type { Language } from '../../language';

/** Preterite and participle of the verbs of telling; "sagen" is left out: what somebody said is theirs to repeat. */
const TOLD: readonly (readonly [string, string])[] = [
  ['erzählte', 'erzählt'],
  ['erklärte', 'erklärt'],
  ['zeigte', 'gezeigt'],
  ['beschrieb', 'beschrieben'],
  ['schilderte', 'geschildert'],
  ['erläuterte', 'erläutert'],
  ['empfahl', 'empfohlen'],
  ['berichtete', 'berichtet'],
  ['fragte', 'gefragt'],
  ['lobte', 'gelobt'],
  ['führte', 'geführt'],
];
const CLAUSE = 'wie|warum|was|wo|wann|welche[nmrs]?|woran|womit|worauf';
const PLEASED = ['Gefreut hat mich', 'Sehr gefreut hat mich', 'Schön fand ich'];
/** After a first sentence made of a jotting. */
const PLEASED_TOO = ['Gefreut hat mich auch', 'Schön fand ich auch'];
const OPENINGS: Record<'explained' | 'shown' | 'told', { first: string[]; after: string[] }> = {
  explained: {
    first: ['Hilfreich fand ich', 'Sehr hilfreich war', 'Besonders hilfreich fand ich'],
    after: ['Hilfreich fand ich auch', 'Gut war auch'],
  },
  shown: { first: ['Danke auch', 'Gefreut hat mich', 'Schön fand ich'], after: PLEASED_TOO },
  told: { first: ['Schön', 'Gefreut hat mich', 'Schön fand ich'], after: PLEASED_TOO },
};
const ASKED = [
  '[Ihre|Deine] Frage$1 hat mir gefallen',
  'Spannend fand ich [Ihre|deine] Frage$1',
  'Über [Ihre|deine] Frage$1 habe ich mich gefreut',
];
const ASKED_TOO = [
  'Auch über [Ihre|deine] Frage$1 habe ich mich gefreut',
  'Gefallen hat mir auch [Ihre|deine] Frage$1',
];
const TALKED = [
  'Spannend fand ich, was wir über $1 besprochen haben',
  'Dass wir auch über $1 gesprochen haben, hat mich gefreut',
  'Schön, dass wir auch über $1 gesprochen haben',
];
const TO_ME = /^(?:erzählt|erklärt|gezeigt|beschrieben|geschildert|erläutert|empfohlen|berichtet)$/;
/** "…, dass Sie mir die Werkstatt gezeigt haben": holds whatever stands before the participle. */
function thatYou(participle: string, what: string): { frames: string[]; after: string[]; thanks?: string } {
  const clause = `dass [Sie|du] ${TO_ME.test(participle) ? 'mir ' : ''}${what}`;
  const framed = (openings: readonly string[]) => openings.map((o) => `${o}, ${clause}`);
  if (participle === 'gefragt' || participle === 'gelobt')
    return { frames: framed(PLEASED), after: framed(PLEASED_TOO) };
  const kind = /^(?:erzählt|berichtet)$/.test(participle)
    ? 'told'
    : /^(?:gezeigt|geführt|empfohlen)$/.test(participle)
      ? 'shown'
      : 'explained';
  return { frames: framed(OPENINGS[kind].first), after: framed(OPENINGS[kind].after), thanks: clause };
}
/** An adjective before the noun, or none. */
const ADJECTIVES = '(?:\\p{Ll}+(?:e|er|es) )?';
const KEPT = [
  '[Ihre|Deine] $1 $2 hat mir gut gefallen',
  'Gut gefallen hat mir [Ihre|deine] $1 $2',
  '[Ihre|Deine] $1 $2 ist mir in Erinnerung geblieben',
];
const KEPT_TOO = [
  'Auch [Ihre|deine] $1 $2 hat mir gut gefallen',
  'Gefallen hat mir auch [Ihre|deine] $1 $2',
  'Auch [Ihre|deine] $1 $2 ist mir in Erinnerung geblieben',
];
/** Ends of nouns that tell the gender; compounds have that of their last part. */
const FEMININE =
  'ung|antwort|zeit|nacht|wahl|sicht|fahrt|kraft|heit|keit|schaft|tät|ion|ik|ur|enz|anz|ie|pflege|arbeit|übergabe|annahme|abnahme|aufnahme|ausgabe|aufgabe|abgabe|vergabe|schule|klasse|software|phase|pause|woche|anlage|maschine|werkstatt|lehre|analyse|diagnose|visite|cloud|lage|hilfe|sprache|frage|praxis|reihe|reise|schicht|messe|kette|liste|mappe|stunde|nachfrage|suche|sorge|kultur|wand|treppe|küche';
const MASCULINE =
  'plan|dienst|bau|gang|satz|wechsel|stieg|lauf|tag|kauf|trieb|zug|markt|kurs|prozess|bereich|schutz|stil|unterricht|verkehr|service|test|code|druck|termin|raum|ort|stand|schnitt|ausflug|betrieb|garten|ismus|workshop|umgang|beruf|chor|sport|sprung|einstieg|start|vertrag|auftrag|vortrag|beitrag';
const NEUTER =
  'konzept|team|projekt|system|labor|haus|geschäft|gespräch|programm|modell|verfahren|werkzeug|material|design|produkt|amt|buch|jahr|fach|ment|monitoring|training|coaching|onboarding|controlling|marketing|lager|netz|studio|zentrum|archiv|handwerk|denkmal';

/** A house's name begins with what it is, perhaps after an adjective: "Klinikum …", "Städtisches Klinikum …". */
function house(kinds: string, ending: 's' | 'r' | '', article: string, at: string, of: string) {
  const noun = `(?=[\\p{L}-]*(?:${kinds})(?![\\p{L}-]))`;
  return [
    {
      from: new RegExp(`^(\\p{Lu}\\p{L}+e)${ending} ${noun}`, 'iu'),
      subject: `${article} $1 `,
      at: `${at} $1n `,
      of: `${of} $1n `,
    },
    { from: new RegExp(`^${noun}`, 'iu'), subject: `${article} `, at: `${at} `, of: `${of} ` },
  ];
}
const HOUSES = [
  ...house('gymnasium|institut|theater|klinikum|krankenhaus|museum|kolleg', 's', 'das', 'am', 'vom'),
  ...house(
    'amt|heim|büro|unternehmen|autohaus|hotel|restaurant|zentrum|labor|studio|werk|archiv|stift',
    's',
    'das',
    'beim',
    'vom',
  ),
  ...house('schule|universität|akademie|klinik', '', 'die', 'an der', 'von der'),
  ...house(
    'erei|lerei|praxis|stadt|gemeinde|firma|kanzlei|agentur|stiftung|bank|kasse|werft|orei|werkstatt|apotheke|fabrik|gesellschaft|kita|bibliothek|manufaktur|genossenschaft|verwaltung|gruppe',
    '',
    'die',
    'bei der',
    'von der',
  ),
  ...house('verlag|betrieb|hof|verein|landkreis|kindergarten|verband|dienst|konzern', 'r', 'der', 'beim', 'vom'),
];

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
    titled: '{short} {family}',
    neutral: '{full}',
  },
  inFull: { female: '{honorific} {titleThen}{full}', male: 'Herrn {titleThen}{full}' },
  mentionOblique: 'Herrn {titleThen}{family}',
  mentionYou: { formal: 'Ihnen', informal: 'dir' },
  call: {
    hello: {
      formal: 'Guten Tag, {spoken}, hier ist {name}.',
      informal: 'Hallo {spoken}, hier ist {name}.',
      unsure: 'Guten Tag, spreche ich mit {spoken}? Hier ist {name}.',
    },
    message: {
      formal: 'Guten Tag, {spoken}, hier ist {name}',
      informal: 'Hallo {spoken}, hier ist {name}',
      unsure: 'Guten Tag, hier ist {name} mit einer Nachricht für {spoken}',
    },
  },
  possessive: { female: 'ihre', male: 'seine', other: 'die' },
  nextStep: [
    {
      from: /^(?!.*\b(?:nächste|kommende|diese[nrs]?|heute|morgen|übermorgen)\b)(?![^.;,]{70})(?!.*[.;,])(?:eine?|das|der) /u,
      to: '$&',
    },
    { from: new RegExp(`^(?!.*[.;,])(?=die [\\p{L}-]*(?:${FEMININE})(?: |$))`, 'u'), to: '' },
    { from: /^(?!.*[.;,])einen (\p{Ll}+)en (?=\p{Lu})/u, to: 'ein $1er ' },
    { from: /^(?!.*[.;,])den (\p{Ll}+)en (?=\p{Lu})/u, to: 'der $1e ' },
    { from: /^(?!.*[.;,])einen (?=\p{Lu})/u, to: 'ein ' },
    { from: /^(?!.*[.;,])den (?=\p{Lu})/u, to: 'der ' },
    { from: /^(?!.*[.;,])(?=(?:zweite|weitere|zusätzliche|kurze|letzte|praktische)[sr] \p{Lu})/u, to: 'ein ' },
  ],
  wantedFrom:
    /\b(?:such|brauch|besetz|einstell|anfang)\p{L}*\b[^.;]{0,20}?\b((?:zum|ab|im|für|bis) (?:(?:Anfang|Mitte|Ende) )?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))\b/u,
  introduced: /^(\p{Lu}[^,]*)(, .*)?$/u,
  honorifics: {
    ms: 'Frau',
    mrs: 'Frau',
    miss: 'Frau',
    mr: 'Herr',
    mx: null,
    dr: 'Dr.',
    prof: 'Professor',
    profShort: 'Prof.',
  },
  organisation: {
    at: 'bei {name}',
    of: 'von {name}',
    rules: [
      { from: /^(?:das|Das) /u, subject: 'das ', at: 'beim ', of: 'vom ' },
      { from: /^(?:die|Die) /u, subject: 'die ', at: 'bei der ', of: 'von der ' },
      { from: /^(?:der|Der) /u, subject: 'der ', at: 'beim ', of: 'vom ' },
      { from: /^([\p{Lu}][\p{L}-]*werke) (?=\p{Lu})/u, subject: '$1 ', at: 'bei den $1n ', of: 'von den $1n ' },
      ...HOUSES,
    ],
    // "Die GmbH": a name that keeps its legal form has the form's gender.
    legal: {
      form: /(?<!^(?:die|das|der)\s.*)\s+(?:(?:gemeinnützige\s+)?g?(?:GmbH|mbH|AG|SE|UG)(?:\s*\(haftungsbeschränkt\))?(?:\s*&\s*Co\.?\s*(?:KG|OHG|KGaA))?|(?:&\s*Co\.?\s*)?(?:KG|OHG|KGaA|GbR|eG|PartG(?:\s*mbB)?))$/u,
      subject: 'die {name}',
      at: 'bei der {name}',
      of: 'von der {name}',
    },
  },
  trials: [
    { from: /(Probe(?:arbeits)?tag|Schnuppertag|Hospitationstag)/, the: 'den {trial}' },
    { from: /(Probestunde|Probelektion|Lehrprobe|Unterrichtsprobe|Probeschicht|Hospitation)/, the: 'die {trial}' },
  ],
  nthRound: { 2: 'zweite', 3: 'dritte', 4: 'vierte' },
  severalSalutations: 'each',
  closing: { formal: 'Mit freundlichen Grüßen', informal: 'Viele Grüße' },
  list: { and: ' und ' },
  days: {
    near: 'am {weekday}',
    far: 'am {date}',
    inMonth: 'im {month}',
    by: 'bis {weekday}, den {date}',
    full: '{weekday}, den {date}',
    listed: '{weekday}, {date}',
    today: 'heute',
    clock: 'um {hour}:{minute} Uhr',
    sharp: 'um {hour} Uhr',
    onFull: 'am {day},',
    at: '{day} {clock}',
    sameMonth: 'vom {number}. bis {toDate}',
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
  spelt: [
    { from: /(?<![\p{L}.])u\.(?=\s\p{L})/gu, to: 'und' },
    { from: /(?<!\p{L})bzgl\.?(?=\s)/giu, to: 'zu' },
    { from: /(?<!\p{L})(?:u\.\s?a\.|usw\.|etc\.?)/giu, to: '' },
  ],
  topic: {
    unfit: /(?<!\p{L})(?:ich|wir|Sie|du|man|Gehalt|Gehälter|Lohn)(?!\p{L})/u,
    one: 'über {topics}',
    more: 'über {topics}',
    // A clause, and nouns whose accusative has an ending.
    quoted: {
      when: /^(?:(?:wie|warum|was|wo|ob)\s|.+ (?:vs\.?|versus|oder) |(?:der|ein) .*(?:ent|ant|ist|oge|kunde|kollege)$)/iu,
      as: 'das Thema „{topic}“',
    },
    article: null,
    inSentence: [
      { from: /^der (\p{Ll}+)en? (?=\p{Lu})/u, to: 'den $1en ' },
      { from: /^der (?=\p{Lu})/u, to: 'den ' },
      { from: /^ein (\p{Ll}+)er (?=\p{Lu})/u, to: 'einen $1en ' },
      { from: /^(?:die|das|den|ein|eine|einen|unser|unsere|mein|meine|Ihre?|alle|viele) /iu, to: '$&' },
      // An adjective without an article: its ending tells the gender; plurals need none.
      { from: /^(\p{Ll}{2,})er (?=\p{Lu})/u, to: 'den $1en ' },
      { from: /^(\p{Ll}{2,})es (?=\p{Lu})/u, to: 'das $1e ' },
      { from: new RegExp(`^(?=\\p{Ll}{2,}e [\\p{L}-]*(?:${FEMININE})(?: |$))`, 'u'), to: 'die ' },
      { from: /^\p{Ll}{2,}e (?=\p{Lu})/u, to: '$&' },
      { from: new RegExp(`^(?=[\\p{L}-]*(?:${FEMININE})(?: (?!und )|$))`, 'iu'), to: 'die ' },
      { from: new RegExp(`^(?=[\\p{L}-]*(?:${NEUTER})(?: (?!und )|$))`, 'iu'), to: 'das ' },
      { from: new RegExp(`^(?=[\\p{L}-]*(?:${MASCULINE})(?: (?!und )|$))`, 'iu'), to: 'den ' },
      // Plurals and activities need no article.
      {
        from: /^[\p{Lu}][\p{L}-]*(?:ungen|eiten|ionen|ien|tests|kurse|pläne|dienste|projekte|gespräche)(?= |$)/u,
        to: '$&',
      },
      { from: /^/, to: 'das Thema ' },
    ],
    bare: /^(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Ee]in|[Ee]ine)\s+(?=\p{Lu})/u,
  },
  promise: {
    strip:
      /^ich (?:schicke|sende|reiche)\s+(?:(?:Ihnen|dir|euch|noch)\s+)*|\s+(?:zu\s+)?(?:zu)?(?:schicken|senden|zuschicken|zusenden|zuzuschicken|zuzusenden|nachzureichen|nachreichen|weiterleiten|weiterzuleiten)$/i,
    leaveOut: /(?:(?<=\s)|^)(?:nochmals?|noch einmal|erneut|asap)(?:\s+|$)/giu,
    article: null,
    determined: /^/,
    clause: { when: /^(?:wie|warum|was|ob)\s/i, as: 'meine Überlegungen dazu, {what}' },
    agreed: [
      // A noun in -e after "der" has an ending that depends on the noun; so has what ends in -ent, -ist and the like.
      { from: /^(?=(?:der|ein|mein) (?:\p{Ll}+ )?\p{Lu}[\p{L}-]*(?:e|ent|ant|ist|oge)(?: |$))/u, to: '', pronoun: '' },
      { from: /^(?:der|den) (\p{Ll}+)en? (?=\p{Lu})/u, to: 'den $1en ', pronoun: 'ihn' },
      { from: /^(?:der|den) (?=\p{Lu})/u, to: 'den ', pronoun: 'ihn' },
      { from: /^(?:ein|einen) (\p{Ll}+)(?:er|en) (?=\p{Lu})/u, to: 'den $1en ', pronoun: 'ihn' },
      { from: /^ein (\p{Ll}+)es (?=\p{Lu})/u, to: 'das $1e ', pronoun: 'es' },
      { from: /^eine /u, to: 'die ', pronoun: 'sie' },
      { from: /^(?=(?:die|meine|unsere) )/u, to: '', pronoun: 'sie' },
      { from: /^(?=(?:das) )/u, to: '', pronoun: 'es' },
      { from: new RegExp(`^(ein|mein) (?=[\\p{L}-]*(?:${NEUTER})(?: |$))`, 'u'), to: 'das ', pronoun: 'es' },
      { from: new RegExp(`^(ein|mein)(?:en)? (?=[\\p{L}-]*(?:${MASCULINE})(?: |$))`, 'u'), to: 'den ', pronoun: 'ihn' },
      { from: new RegExp(`^(?=\\p{Lu}[\\p{L}-]*(?:${FEMININE})(?: (?!und )|$))`, 'u'), to: 'die ', pronoun: 'sie' },
      {
        from: /^(?=(?:zwei|drei|vier|fünf|einige|mehrere|weitere|\d+) |(?:Fotos|Bilder|Unterlagen|Zeugnisse|Arbeitsproben|Proben|Links|Beispiele|Folien|Skizzen|Zeichnungen|Informationen|Nachweise|Dokumente|Angaben|Entwürfe|Antworten|Notizen|Literaturhinweise|Hinweise)(?: |$))/u,
        to: '',
        pronoun: 'sie',
      },
    ],
  },
  notes: {
    named: 'sie {rest}',
    rules: [
      {
        from: new RegExp(
          `^(?:(?:sie|er) )?(?:hat |haben )?(?:gefragt|fragte)(?=,? (?:${CLAUSE}) ),?( (?:${CLAUSE}) [^?]+)$`,
          'iu',
        ),
        frames: ASKED.map((frame) => frame.replace('$1', ',$1,').replace(/,$/, '')),
        after: ASKED_TOO.map((frame) => frame.replace('$1', ',$1,').replace(/,$/, '')),
      },
      {
        from: /^(?:(?:sie|er) )?(?:(?:hat|haben) (?:auch )?(nach [^,]+) gefragt|fragte (nach [^,]+))$/iu,
        frames: ASKED.map((frame) => frame.replace('$1', ' $1$2')),
        after: ASKED_TOO.map((frame) => frame.replace('$1', ' $1$2')),
      },
      {
        from: /^(?:(?:sie|er) )?(?:(?:hat|haben) (?:auch )?((?:meine?n?|die|das|den) [^,]+) gelobt|lobte ((?:meine?n?|die|das|den) [^,]+))$/iu,
        frames: [
          'Über [Ihr|dein] Lob für $1$2 habe ich mich gefreut',
          '[Ihr|Dein] Lob für $1$2 hat mich gefreut',
          'Gefreut hat mich [Ihr|dein] Lob für $1$2',
        ],
      },
      ...TOLD.flatMap(([past, participle]) => [
        {
          from: new RegExp(
            `^(?:(?:sie|er|du) )?(?:hat|haben|hast) (?:auch |kurz |mir )*${participle},? ((?:${CLAUSE}) [^?]+)$`,
            'iu',
          ),
          ...thatYou(participle, `${participle} [haben|hast], $1`),
        },
        {
          from: new RegExp(
            `^(?:(?:sie|er|du) )?(?:hat|haben|hast) (?:mir )?([^,]+) ${participle}(, (?:${CLAUSE}|dass|wenn|weil|als) .+)?(?:,.*)?$`,
            'iu',
          ),
          ...thatYou(participle, `$1 ${participle} [haben|hast]$2`),
        },
        {
          from: new RegExp(`^(?:(?:sie|er) )?${past}(?: mir)?,? ((?:${CLAUSE}) .+)$`, 'iu'),
          ...thatYou(participle, `${participle} [haben|hast], $1`),
        },
        {
          from: new RegExp(
            `^(?:(?:sie|er) )?${past} (?!dass|ob)(?:mir )?([^,]+)(, (?:${CLAUSE}|dass|wenn|weil|als) .+)?(?:,.*)?$`,
            'iu',
          ),
          ...thatYou(participle, `$1 ${participle} [haben|hast]$2`),
        },
      ]),
      {
        from: /^(?:wir )?(?:(?:haben|sprachen|redeten) (?:auch |kurz |lange |viel )?über ([^,]+?)(?: gesprochen| geredet| diskutiert)?)$/iu,
        frames: TALKED,
      },
      {
        from: /^(?:(?:gute[rs]?|schöne[rs]?|spannende[rs]?|interessante[rs]?|tolle[rs]?|offene[rs]?|hilfreiche[rs]?) )(?:Gespräch|Austausch|Diskussion) über ([^,]+)$/iu,
        frames: TALKED,
      },
      {
        from: /^(?:(?:eine |ihre |seine )?(?:gute|kluge|schöne|spannende|interessante|schwierige|tolle|offene|hilfreiche) |ihre |seine )(Frage|Idee|Anregung|Geschichte) ((?:nach|zu|zum|zur|über|mit|von|vom|aus|für) [^,]+)$/iu,
        frames: KEPT,
        after: KEPT_TOO,
      },
      {
        from: /^(?:(?:ein )?(?:gutes|schönes|spannendes|interessantes|tolles|hilfreiches) |ihr |sein )(Beispiel|Argument) ((?:für|zu|zum|zur|aus|mit|von|vom) [^,]+)$/iu,
        frames: ['[Ihr|Dein] $1 $2 hat mir gut gefallen', '[Ihr|Dein] $1 $2 ist mir in Erinnerung geblieben'],
        after: ['Auch [Ihr|dein] $1 $2 hat mir gut gefallen'],
      },
      {
        from: /^(wie .+)$/u,
        frames: ['Gern habe ich gehört, $1', 'Es war spannend zu hören, $1', 'Hilfreich war es zu hören, $1'],
      },
      {
        from: new RegExp(
          `^((?:die|das|eine?) ${ADJECTIVES}\\p{Lu}[\\p{L}-]*(?: (?:um|am|im|in|mit|von|vom|für|auf|bei|beim|zum|zur|nach|ohne|aus|durch|des|der) (?:\\p{Ll}+ )*[\\p{Lu}\\d][\\p{L}\\d-]*)*)$`,
          'u',
        ),
        frames: ['Ich denke noch an $1', 'An $1 denke ich noch', 'Ich denke auch noch an $1'],
      },
      {
        // "Jeder Alarm hat einen Besitzer" is said of their house, and gains by naming it.
        from: /^(?:ich )?(?:fand|finde) (?:es )?(?:sehr |richtig |wirklich )?(gut|schön|spannend|interessant|hilfreich|beeindruckend|klug),? dass (?=(?:jede[rs]?|alle|niemand|keine[rs]?|es) )(?!.*\b(?:bei|ihr|euch|Ihnen)\b)(.+)$/iu,
        frames: ['Dass bei [Ihnen|euch] $2, gefällt mir besonders'],
      },
      {
        from: /^(?:ich )?(?:fand|finde) (?:es )?(?:sehr |richtig |wirklich )?(gut|schön|spannend|interessant|hilfreich|beeindruckend|klug),? (dass|wie|was) (.+)$/iu,
        frames: ['Besonders $1 fand ich, $2 $3', '$1 fand ich, $2 $3'],
        after: ['Besonders $1 fand ich, $2 $3', '$1 fand ich auch, $2 $3'],
      },
      {
        // What is mine and was found good was found so by them.
        from: /^(?:(?:sie|er) )?(?:fand|mochte|schätzte) (mein(?:e|en)? [^,]+?)(?: (?:sehr |richtig |wirklich |echt )?(?:gut|schön|toll|spannend|interessant|super|klasse|stark|gelungen|beeindruckend))?$/iu,
        frames: [
          'Über [Ihr|dein] Lob für $1 habe ich mich gefreut',
          '[Ihr|Dein] Lob für $1 hat mich gefreut',
          'Gefreut hat mich [Ihr|dein] Lob für $1',
        ],
      },
      {
        from: /^(?:ich |(?!.*(?<!\p{L})(?:mein(?:e[nmrs]?)?|mir|mich|ich)(?!\p{L})))((?:fand|mochte|schätzte|war (?:sehr )?(?:beeindruckt|froh)|würde gern|freue mich|habe gern|bin beeindruckt) .+)$/iu,
        frames: ['Ich $1'],
      },
      {
        from: /^((?:mir (?:hat|haben) .+ gefallen|mir (?:hat|haben) (?:gut |sehr )?gefallen,? .+|mir gefiel .+|beeindruckt hat mich .+|gefallen hat mir .+|gut gefallen hat mir .+))$/iu,
        frames: ['$1'],
      },
      {
        from: /^((?:Besonders|Schön|Spannend|Interessant|Hilfreich) (?:hat|fand ich|war|finde ich) .+)$/u,
        frames: ['$1'],
      },
      {
        from: /^(Es war (?:sehr )?(?:schön|gut|spannend|interessant|hilfreich|eine Freude)\b.+)$/iu,
        frames: ['$1'],
      },
      { from: /^((?:Danke|Vielen Dank)\b.+)$/u, frames: ['$1'] },
      { from: /^(Wir haben .*\b(?:gelacht|festgestellt|entdeckt|gemeinsam|beide|zusammen)\b.*)$/u, frames: ['$1'] },
    ],
    joined: ['Gefreut hat mich, {both}', 'Schön fand ich, {both}', 'Besonders gefreut hat mich, {both}'],
    and: { plain: ' und ', afterClause: ', und ' },
    // "Sie" and its verb are the same for the house and for the person; "du" would need another verb.
    inside: [
      { from: /\bvon dem (?=\p{Lu})/gu, formal: 'vom ', informal: 'vom ' },
      { from: /\bzu dem (?=\p{Lu})/gu, formal: 'zum ', informal: 'zum ' },
      {
        from: /(?<=, |hören, )(wie|warum|was|dass) sie (?=.*(?:en|sind|tun)$)/u,
        formal: '$1 Sie ',
        informal: '$1 sie ',
      },
    ],
    thirdPerson:
      /(?<!\p{Lu}\S*\s)(?<=[,\s])(?:er|ihn|ihm)\b|\b(?:seine?[nmrs]?)\b|(?<=\s)ihre?[nmrs]?\b|(?<=[,\s])sie\b/u,
    private:
      /(?<!\p{L})(?:to-?do|nicht vergessen|daran denken|nachfragen|fragen ob|noch fragen|prüfen|nachschauen|nachsehen|unsicher|nicht sicher|nervös|peinlich|komisch|seltsam|langweilig|gelangweilt|müde|unfreundlich|unhöflich|arrogant|abgelenkt|zu spät|schlecht\p{L}*|schlimm\p{L}*|schwach\p{L}*|Schwäche\p{L}*|genervt|verloren|gekündigt|Kündigung\p{L}*|kündig\p{L}*|unterbesetzt|Überstunden|Fluktuation|Konflikt\p{L}*|Streit|beschwer\p{L}*|chaotisch|unklar|verwirr\p{L}*|überlastet|Burn-?out|vergessen|hätte|nicht gut|Lücke|entlassen|Gehalt\p{L}*|Lohn|Geld|Tarif\p{L}*|Visum|Aufenthalt\p{L}*|schwanger\p{L}*|krank\p{L}*|Gesundheit\p{L}*|geschieden|Religion|alt|jung|attraktiv|hübsch|verheiratet|Kinder|wirkt\p{L}*|schien|vielleicht|vermutlich|wahrscheinlich|Gerücht\p{L}*|vertraulich|geheim|privat|unter uns|Favorit\p{L}*|Lieblings\p{L}*|anderes Angebot|aber|Bonus|Prämien?|(?:mein|alt|ehemalig|früher|letzt|jetzig)e[nmrs]? (?:\p{L}+ )?(?:Chefs?|Chefin|Vorgesetzten?|Arbeitgebers?|Firma|Job|Kollegen))(?!\p{L})|\?|:\s/iu,
  },
  circumstance: {
    state:
      /^(?:auf|in|im|unterwegs|verreist|erreichbar|nicht|nur|außer|ohne|per|am|an|bei|zurück|abwesend|verfügbar|telefonisch|schwer|gut)\b/i,
    sentence: /^(?:Ich|Mein[e]?|Wir|Unsere?|Von|Vom|Bis|Ab|Zwischen|Seit)\b/,
    self: /^Ich bin (?!.*\b(?:bis|vom|von|ab|zwischen)\b)/i,
    future: '{Span} bin ich {text}',
    present: '{Span} bin ich {text}',
    byEmail: /\bper (?:E-?)?Mail erreichbar\b/iu,
    yet: {
      from: /, (?=(?:aber )?(?:dort |dann )?(?:nur )?(?:per E-Mail|per Mail|telefonisch|mobil)? ?erreichbar\b)(?!aber)/iu,
      to: ', aber ',
    },
    undated: 'Ein Hinweis zu meinen Terminen: Ich bin {text}',
    other: 'Ein Hinweis zu meinen Terminen: {text} ({span})',
    otherUndated: 'Ein Hinweis zu meinen Terminen: {text}',
  },
  asks: /\?|\b(?:lassen Sie (?:es )?mich wissen|sagen Sie mir|lass (?:es )?mich wissen|sag mir|freue ich mich über|würde (?:ich mich|mich) .* freuen|bitte um)/i,
  frequent:
    /\b(?:der|die|das|und|ist|war|mit|über|für|auf|dass|sie|er|wir|ich|ihr|mein|wie|von|bei|zu|ein|eine|im|in|den|dem|hat|haben|nicht|auch|zum|zur|des|an|fand|sehr|mir|mich|uns|als|was|erklärte|erzählte|zeigte|fragte|gute|guter|gutes)\b/gi,
};
