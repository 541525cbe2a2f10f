import type { Language } from '../classify/language';

/**
 * The words of a language for days and times, as pieces of regular expressions over folded text (lower case, no
 * diacritics).
 */
export interface DateWords {
  months: string[];
  /** Monday first: full names. */
  weekdays: string[];
  /** Monday first: short forms, believed only beside a number. */
  weekdaysShort: string[];
  /** What may stand between a weekday and the day of the month, and before it. */
  article: string;
  /** After the day of the month: "11th", "11.", "11:e". */
  ordinal: string;
  /** Between day and month: "of", "de". */
  of: string;
  numbers: Record<string, number>;
  /** Units with their plural. */
  day: string;
  week: string;
  fortnight: string;
  month: string;
  hour: string;
  /** Before or within "days": working days. */
  working: string;
  today: string;
  tomorrow: string;
  afterTomorrow: string;
  /** "the following day", told from the date named before. */
  dayAfter: string;
  /** "the week after", told from the date named before. */
  weekAfter: string;
  /** Before or after a weekday or "week": the next, the coming, this. */
  next: string;
  coming: string;
  this: string;
  /** Parts of a week or month, before it. */
  end: string;
  start: string;
  middle: string;
  first: string;
  last: string;
  /** The second, third and fourth week of a month. */
  nth: readonly [string, string, string];
  /** A week later than the day named: before it ("a week on Friday"), after it ("Friday week"). */
  weekOn: string;
  weekLater: string;
  /** "a few", "a couple of". */
  few: string;
  couple: string;
  /** Before a number of days: from now on. */
  within: string;
  /** After a number of days: from now on. */
  hence: string;
  /** Around a number of days: so much more time is needed. Before it, between number and unit, after it. */
  more: string;
  moreWithin: string;
  moreAfter: string;
  /** "in the coming days". */
  comingDays: string;
  comingWeeks: string;
  /** Marks of the past beside a number of days: ago. */
  ago: string;
  weekNumber: string;
  newYear: string;
  christmas: string;
  /** Prepositions before a date. */
  by: string;
  before: string;
  after: string;
  until: string;
  from: string;
  /** Between the two ends of a range. */
  to: string;
  /** Day parts that are a time: noon. */
  noon: string;
  /** Before a bare hour: "at 10". */
  at: string;
  /** Said around an hour (`#`), with the minutes that it adds: "half past #". */
  parts: readonly (readonly [string, number])[];
  /** After a bare hour: "10 Uhr". */
  oclock: string;
  /** Single words by which a sentence may name a day other than by month, weekday or unit. */
  signs: string;
}

const words = (list: string): Record<string, number> =>
  Object.fromEntries(list.split(' ').flatMap((group, index) => group.split('|').map((word) => [word, index + 1])));

export const DATE_WORDS: Record<Language, DateWords> = {
  en: {
    months: [
      'jan(?:uary)?',
      'feb(?:ruary)?',
      'mar(?:ch)?',
      'apr(?:il)?',
      'may',
      'june?',
      'july?',
      'aug(?:ust)?',
      'sept?(?:ember)?',
      'oct(?:ober)?',
      'nov(?:ember)?',
      'dec(?:ember)?',
    ],
    // "Wed", "sat" and "sun" are words of their own.
    weekdays: ['mon(?:day)?', 'tues(?:day)?', 'wed(?:nesday|s)', 'thurs(?:day)?', 'fri(?:day)?', 'saturday', 'sunday'],
    weekdaysShort: ['mon', 'tues?', 'wed', 'thu(?:rs?)?', 'fri', 'sat', 'sun'],
    article: '(?:the )?',
    ordinal: '(?:st|nd|rd|th)?',
    of: '(?:of )?',
    numbers: words('one|a|an two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
    day: 'days?',
    week: "weeks?'?",
    fortnight: 'fortnights?',
    month: 'months?',
    hour: 'hours?',
    working: '(?:working|business|work|week) ?',
    today: 'today|tonight|this (?:morning|afternoon|evening)',
    tomorrow: 'tomorrow',
    afterTomorrow: 'day after tomorrow',
    dayAfter: 'the (?:following|next) (?:working )?day|the day after(?! tomorrow)',
    weekAfter: 'the (?:following week|week (?:after|following))',
    next: 'next',
    coming: 'coming|upcoming',
    this: 'this',
    end: '(?:the )?(?:very )?(?:end|close|last part) of|late(?: in)?',
    start: '(?:the )?(?:beginning|start) of|early(?: in| on in)?|first half of',
    middle: '(?:the )?middle of|mid[- ]?',
    first: 'first',
    last: 'last',
    nth: ['second|2nd', 'third|3rd', 'fourth|4th'],
    weekOn: '(?<!(?:once|twice|times|days|hours) (?:an? )?)(?:an? |one )?week (?:on|from)|(?:a|one) week(?= to)',
    weekLater: "week(?! (?:commencing|beginning|starting|of|\\d))|in a week(?:'s time)?",
    few: '(?:a )?few|several|some',
    couple: 'couple(?: of)?|a couple(?: of)?',
    within:
      'within(?: the)?(?: next| coming)?|(?:open|valid|stands?) for|in(?: the next| the coming| about| around| roughly| approximately)?|over the (?:next|coming)|after|no later than|the next',
    hence: "from (?:now|today)|(?:of|after|from) (?:receipt|receiving) (?:of )?(?:this|the)|(?:'|')? ?time",
    more: 'another|further|you(?: still)? have(?: another| only)?|(?:away|leave|off|closed|office) for|(?:an? |one )?(?:further|additional|extra)|(?:need|take|takes|allow us|give us|give me|bear with us|bear with me)(?: for)?(?: another| a further| an additional| about| around| roughly| up to| at least)?',
    moreWithin: 'more|further|additional|extra',
    moreAfter: 'more|longer|extra',
    comingDays:
      '(?:next|coming) (?:few |couple of )?(?:working |business )?days|(?:a )?few (?:more )?days|(?:a )?couple of (?:more )?days',
    comingWeeks:
      '(?:next|coming) (?:few |couple of )?weeks|(?:a )?few (?:more )?weeks|(?:a )?couple of (?:more )?weeks',
    ago: 'ago|earlier|back',
    weekNumber: '(?:calendar )?week|cw|wk',
    newYear: 'new year',
    christmas: 'christmas|xmas',
    by: 'by|no later than|not later than|at the latest by|at the latest|on or before|due(?: on| by)?|deadline(?: is|:)?|latest|expires(?: on)?|valid until',
    before: 'before|prior to|ahead of|in advance of',
    after: 'after|following|past|not (?:before|until)|once|from',
    until: 'until|till|til|through|thru|up to(?: and including)?',
    from: 'from|as of|starting|since|between',
    to: '-|–|—|to|until|till|through|thru|and|up to and including',
    noon: 'noon|midday|lunchtime',
    at: 'at|@|say|around|about|from|for',
    parts: [
      ['half past #', 30],
      ['(?:a )?quarter past #', 15],
      ['(?:a )?quarter to #', -15],
    ],
    oclock: "o'clock",
    signs: 'today tonight tomorrow christmas xmas year following after this',
  },
  de: {
    months: [
      'jan(?:uar|ner)?',
      'feb(?:ruar|er)?',
      'marz|mrz|maerz',
      'apr(?:il)?',
      'mai',
      'jun[io]?',
      'jul[iy]?',
      'aug(?:ust)?',
      'sept?(?:ember)?',
      'okt(?:ober)?',
      'nov(?:ember)?',
      'dez(?:ember)?',
    ],
    weekdays: [
      'montags?',
      'dienstags?',
      'mittwochs?',
      'donnerstags?',
      'freitags?',
      'samstags?|sonnabends?',
      'sonntags?',
    ],
    weekdaysShort: ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'],
    article: '(?:den |dem |der |am |zum )?',
    ordinal: '(?:\\.|ten|te)?',
    of: '',
    numbers: words(
      'ein|eine|einen|einem|einer zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn',
    ),
    day: 'tagen?|tage',
    week: 'wochen?',
    fortnight: '(?!x)x',
    month: 'monaten?|monats?',
    hour: 'stunden?',
    working: '(?:werk|arbeits|geschafts)',
    today: 'heute',
    tomorrow: 'morgen(?! fruh)|morgen fruh',
    afterTomorrow: 'ubermorgen',
    dayAfter: 'am (?:tag darauf|folgenden tag|folgetag|nachsten tag|tag danach)|tags darauf',
    weekAfter: '(?:in )?der (?:woche darauf|folgewoche|darauffolgenden woche|woche danach)|folgewoche',
    next: 'nachste[rnsm]?',
    coming: 'kommende[rnsm]?',
    this: 'diese[rnsm]?',
    end: '(?:zum |am |bis |gegen |bis zum )?ende(?: der| des)?|spatestens ende',
    start: '(?:zu |am |zum )?(?:beginn|anfang)(?: der| des)?',
    middle: '(?:zur |gegen )?mitte(?: der| des)?',
    first: 'erste[rnsm]?',
    last: 'letzte[rnsm]?',
    nth: ['zweite[rnsm]?|2\\.', 'dritte[rnsm]?|3\\.', 'vierte[rnsm]?|4\\.'],
    weekOn: '(?!x)x',
    weekLater: '(?:in|uber) (?:einer woche|(?:8|acht) tagen?)',
    few: 'wenigen|einigen|einige|ein paar|paar|mehrere[rn]?|weniger',
    couple: 'ein bis zwei',
    within:
      'innerhalb(?: von| der nachsten| der kommenden)?|binnen|in(?: den nachsten| den kommenden| etwa| rund| ca\\.?)?|nach|in spatestens',
    hence: 'ab heute|nach erhalt|ab erhalt',
    more: '(?:sie haben|haben sie|noch|eine[nr]?|weitere[rn]?|brauchen|benotigen|dauert|dauern)(?: noch| weitere[rn]?| etwa| rund| ca\\.?| mindestens| voraussichtlich| ungefahr| zirka)*',
    moreWithin: 'weitere[rn]?|zusatzliche[rn]?',
    moreAfter: 'langer|mehr|zusatzlich',
    comingDays:
      '(?:nachsten|kommenden|folgenden) (?:tagen?|tage|werktage[n]?|arbeitstage[n]?)|(?:noch )?(?:ein paar|einige|wenige) tage|in (?:wenigen|einigen) tagen|dieser tage',
    comingWeeks: '(?:nachsten|kommenden) wochen|(?:ein paar|einige|wenige) wochen|in (?:wenigen|einigen) wochen',
    ago: 'vor|seit',
    weekNumber: 'kw|kalenderwoche|woche',
    newYear: 'neue[nms]? jahr|jahreswechsel|neujahr',
    christmas: 'weihnachten',
    by: 'bis(?: spatestens)?(?: zum| am| einschliesslich)?|spatestens(?: bis)?(?: zum| am)?|frist(?::| bis)?',
    before: 'vor(?: dem)?',
    after: 'nach(?: dem)?|ab(?: dem)?|nicht vor(?: dem)?|erst(?: am| nach dem| ab dem)?',
    until: 'bis(?: und mit)?(?: einschliesslich| inklusive| einschl\\.?)?(?: zum| am)?',
    from: 'vom|von|ab(?: dem)?|seit(?: dem)?|zwischen',
    to: '-|–|—|bis(?: zum| einschliesslich| und mit)?|und',
    noon: 'mittags?|mittag',
    at: 'um|gegen|ab',
    parts: [
      ['halb #', -30],
      ['viertel nach #', 15],
      ['viertel vor #', -15],
    ],
    oclock: 'uhr',
    signs:
      'heute morgen ubermorgen weihnachten jahreswechsel neujahr jahr darauf folgenden folgetag danach tags folgewoche darauffolgenden kw kalenderwoche',
  },
  fr: {
    months: [
      'janv(?:ier)?\\.?',
      'fev(?:r(?:ier)?)?\\.?',
      'mars',
      'avr(?:il)?\\.?',
      'mai',
      'juin',
      'juil(?:let)?\\.?',
      'aout',
      'sept(?:embre)?\\.?',
      'oct(?:obre)?\\.?',
      'nov(?:embre)?\\.?',
      'dec(?:embre)?\\.?',
    ],
    weekdays: ['lundis?', 'mardis?', 'mercredis?', 'jeudis?', 'vendredis?', 'samedis?', 'dimanches?'],
    weekdaysShort: ['lun\\.?', 'mar\\.?', 'mer\\.?', 'jeu\\.?', 'ven\\.?', 'sam\\.?', 'dim\\.?'],
    article: '(?:le |du |au )?',
    ordinal: '(?:er)?',
    of: '',
    numbers: words('un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze'),
    day: 'jours?',
    week: 'semaines?',
    fortnight: 'quinzaine',
    month: 'mois',
    hour: 'heures?',
    working: 'jours? ouvr(?:es?|ables?)',
    today: "aujourd'hui|ce (?:matin|soir)|cet apres[- ]midi",
    tomorrow: 'demain',
    afterTomorrow: 'apres[- ]demain',
    dayAfter: 'le lendemain|le jour suivant|des le lendemain',
    weekAfter: "la semaine (?:suivante|d'apres)",
    next: 'prochaine?s?',
    coming: 'a venir|qui vient',
    this: 'cette|ce',
    end: "(?:la |en )?fin(?: de la| du| de| d')?|courant",
    start: "(?:le |au |en )?debut(?: de la| du| de| d')?",
    middle: "(?:a la |la )?mi[- ]|milieu(?: de la| du| de| d')?",
    first: 'premiere?',
    last: 'derniere?',
    nth: ['deuxieme|seconde|2e', 'troisieme|3e', 'quatrieme|4e'],
    weekOn: '(?!x)x',
    weekLater: 'en (?:huit|8)',
    few: 'quelques',
    couple: 'une ou deux|un ou deux|une a deux',
    within: "dans(?: un delai de| les| environ| a peu pres)?|sous(?: un delai de)?|d'ici(?: a)?|en|au bout de|apres",
    hence: '(?:apres|a compter de) (?:reception|ce jour)',
    more: "(?:vous avez|encore|une autre|un autre|delai supplementaire de|besoin d'|besoin de|faudra|prendra|laissez-nous)(?: encore| environ| au moins)?",
    moreWithin: 'autres',
    moreAfter: 'de plus|supplementaires?|en plus|encore',
    comingDays: 'prochains jours|jours (?:a venir|qui viennent)|quelques jours|sous peu de jours',
    comingWeeks: 'prochaines semaines|semaines (?:a venir|qui viennent)|quelques semaines',
    ago: 'il y a|depuis',
    weekNumber: 'semaine|sem\\.?',
    newYear: 'nouvel an|nouvelle annee|rentree de janvier',
    christmas: 'noel',
    by: "au plus tard(?: le)?|d'ici(?: au| le| la)?|pour(?: le)?|jusqu'(?:au)?|date limite(?: :| est)?(?: le)?",
    before: 'avant(?: le| la)?',
    after: 'apres(?: le| la)?|a partir du|des(?: le)?|pas avant(?: le)?|passe(?: le)?',
    until: "jusqu'(?:au|a)?|au",
    from: 'du|depuis le|a partir du|a compter du|des le|entre le',
    to: "-|–|—|au|jusqu'au|et le|a",
    noon: 'midi',
    at: 'a|vers|des|pour',
    parts: [
      ['# heures? et demie', 30],
      ['# heures? et quart', 15],
      ['# heures? moins le quart', -15],
    ],
    oclock: 'h(?:eures?)?',
    signs: 'aujourd hui demain lendemain noel nouvel nouvelle rentree suivant suivante apres ce cet sem',
  },
  es: {
    months: [
      'ene(?:ro)?\\.?',
      'feb(?:rero)?\\.?',
      'mar(?:zo)?\\.?',
      'abr(?:il)?\\.?',
      'may(?:o)?\\.?',
      'jun(?:io)?\\.?',
      'jul(?:io)?\\.?',
      'ago(?:sto)?\\.?',
      'sep(?:t|tiembre|bre)?\\.?|setiembre',
      'oct(?:ubre)?\\.?',
      'nov(?:iembre)?\\.?',
      'dic(?:iembre)?\\.?',
    ],
    weekdays: ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabados?', 'domingos?'],
    weekdaysShort: ['lun\\.?', 'mar\\.?', 'mie\\.?', 'jue\\.?', 'vie\\.?', 'sab\\.?', 'dom\\.?'],
    article: '(?:el |al |del |dia )?(?:dia )?',
    ordinal: '(?:o|º)?',
    of: '(?:de |del )?',
    numbers: words('un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'),
    day: 'dias?',
    week: 'semanas?',
    fortnight: 'quincena',
    month: 'mes(?:es)?',
    hour: 'horas?',
    working: 'dias? (?:habiles?|laborables?)',
    today: 'hoy|esta (?:tarde|noche|manana)',
    tomorrow: '(?<!la |por la |de la |esta )manana',
    afterTomorrow: 'pasado manana',
    dayAfter: 'al dia siguiente|el dia siguiente|un dia despues',
    weekAfter: 'la semana (?:siguiente|posterior)|a la semana siguiente',
    next: 'proxim[oa]s?|que viene',
    coming: 'que viene|siguiente',
    this: 'est[ea]',
    end: '(?:a )?(?:finales|fines|final|fin)(?: de la| del| de)?|ultimos dias de',
    start: '(?:a )?(?:principios|inicios|comienzos|primeros)(?: de la| del| de)?',
    middle: '(?:a )?(?:mediados)(?: de la| del| de)?',
    first: 'primera?',
    last: 'ultima?',
    nth: ['segunda|2a', 'tercera|3a', 'cuarta|4a'],
    weekOn: '(?!x)x',
    weekLater: 'en (?:ocho|8)(?: dias)?',
    few: 'unos|unas|pocos|pocas|algunos|algunas|varios|varias',
    couple: 'un par de',
    within:
      'en(?: un plazo de| el plazo de| los proximos| las proximas| unos| unas)?|dentro de|en el plazo maximo de|tras|al cabo de|un plazo de',
    hence: '(?:desde|a partir de) (?:hoy|la recepcion)',
    more: '(?:tiene[ns]?|otr[ao]s?|todavia|aun|necesita\\w*|tardar\\w*|llevara)(?: otr[ao]s?| todavia| aun| unos| unas| al menos)?',
    moreWithin: 'otr[ao]s',
    moreAfter: 'mas|adicional(?:es)?|extra',
    comingDays: 'proximos dias|dias siguientes|unos dias|unos pocos dias|algunos dias|pocos dias',
    comingWeeks: 'proximas semanas|unas semanas|algunas semanas|pocas semanas',
    ago: 'hace|desde hace',
    weekNumber: 'semana',
    newYear: 'ano nuevo|nuevo ano|despues de reyes',
    christmas: 'navidad(?:es)?|reyes',
    by: 'a mas tardar(?: el)?|como (?:muy tarde|maximo)(?: el)?|para el|hasta(?: el)?|fecha limite:?(?: el)?|limite(?: del| el)?|plazo(?: hasta(?: el)?)?',
    before: 'antes(?: del?)?',
    after: 'despues(?: del?)?|a partir(?: del?)?|tras(?: el)?|pasado(?: el)?|desde(?: el)?|no antes(?: del?)?',
    until: 'hasta(?: el)?|al',
    from: 'del?|desde(?: el)?|a partir del?|entre el',
    to: '-|–|—|al?|hasta el|y el',
    noon: 'mediodia',
    at: 'a las?|sobre las?|desde las?',
    parts: [
      ['# y media', 30],
      ['# y cuarto', 15],
      ['# menos cuarto', -15],
    ],
    oclock: 'h(?:oras?)?\\b|hrs?',
    signs: 'hoy manana siguiente navidad navidades reyes ano despues esta posterior',
  },
  nl: {
    months: [
      'jan(?:uari)?\\.?',
      'feb(?:ruari)?\\.?',
      'maart|mrt\\.?',
      'apr(?:il)?\\.?',
      'mei',
      'jun[i]?\\.?',
      'jul[i]?\\.?',
      'aug(?:ustus)?\\.?',
      'sep(?:t|tember)?\\.?',
      'okt(?:ober)?\\.?',
      'nov(?:ember)?\\.?',
      'dec(?:ember)?\\.?',
    ],
    weekdays: ['maandags?', 'dinsdags?', 'woensdags?', 'donderdags?', 'vrijdags?', 'zaterdags?', 'zondags?'],
    weekdaysShort: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    article: '(?:de |den )?',
    ordinal: '(?:ste|de|e)?',
    of: '',
    numbers: words('een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien'),
    day: 'dagen|dag',
    week: 'weken|week',
    fortnight: '(?!x)x',
    month: 'maanden|maand',
    hour: 'uur|uren',
    working: 'werk',
    today: 'vandaag|vanavond|vanmiddag|vanmorgen|vanochtend',
    tomorrow: 'morgen',
    afterTomorrow: 'overmorgen',
    dayAfter: 'de (?:dag erna|dag daarna|volgende dag|dag daarop)|een dag later|daags erna',
    weekAfter: 'de week (?:erna|daarna|daarop)|een week later',
    next: 'volgende?',
    coming: 'aanstaande|komende|a\\.?s\\.?',
    this: 'deze',
    end: '(?:het )?(?:eind|einde)(?: van)?(?: de| het)?|eind',
    start: '(?:het )?begin(?: van)?(?: de| het)?',
    middle: '(?:het )?(?:midden|half|medio|halverwege)(?: van)?(?: de| het)?',
    first: 'eerste',
    last: 'laatste',
    nth: ['tweede|2e', 'derde|3e', 'vierde|4e'],
    weekOn: '(?!x)x',
    weekLater: 'over (?:een week|(?:8|acht) dagen)',
    few: 'enkele|een paar|paar|een aantal|enige',
    couple: 'een paar|een of twee|een tot twee',
    within: "binnen(?: nu en)?(?: de komende)?|over(?: ongeveer| circa| zo'n)?|in de komende|de komende|na",
    hence: 'vanaf (?:nu|vandaag)|na ontvangst',
    more: "(?:u heeft|je hebt|heeft u|nog|duurt|hebben)(?: nog| ongeveer| circa| zeker| minstens| zo'n)*",
    moreWithin: 'extra|bijkomende',
    moreAfter: 'extra|langer|meer|nodig',
    comingDays: 'komende (?:werk)?dagen|(?:een )?paar (?:werk)?dagen|enkele (?:werk)?dagen|aantal dagen',
    comingWeeks: 'komende weken|(?:een )?paar weken|enkele weken',
    ago: 'geleden|sinds|al',
    weekNumber: 'week|wk',
    newYear: 'nieuwe jaar|nieuwjaar',
    christmas: 'kerst(?:mis)?|de kerst',
    by: 'uiterlijk(?: op)?|tot(?: en met| uiterlijk)?|t/m|deadline(?: is|:)?|uiterste datum|geldig tot',
    before: 'voor',
    after: 'na|vanaf|niet voor|pas(?: op| na| vanaf)?',
    until: 'tot en met|t/m|tot|t\\.e\\.m\\.',
    from: 'van|vanaf|met ingang van|sinds|tussen',
    to: '-|–|—|tot en met|t/m|tot|en',
    noon: 'middag|tussen de middag',
    at: 'om|rond|vanaf',
    parts: [
      ['half #', -30],
      ['kwart over #', 15],
      ['kwart voor #', -15],
    ],
    oclock: 'uur|u\\b',
    signs:
      'vandaag vanavond vanmiddag morgen overmorgen erna daarna daarop volgende later daags nieuwjaar kerst kerstmis jaar vanmorgen vanochtend wk',
  },
  sv: {
    months: [
      'jan(?:uari)?\\.?',
      'feb(?:ruari)?\\.?',
      'mars?',
      'apr(?:il)?\\.?',
      'maj',
      'jun[i]?',
      'jul[i]',
      'aug(?:usti)?\\.?',
      'sept?(?:ember)?\\.?',
      'okt(?:ober)?\\.?',
      'nov(?:ember)?\\.?',
      'dec(?:ember)?\\.?',
    ],
    weekdays: [
      'mandag(?:en)?',
      'tisdag(?:en)?',
      'onsdag(?:en)?',
      'torsdag(?:en)?',
      'fredag(?:en)?',
      'lordag(?:en)?',
      'sondag(?:en)?',
    ],
    weekdaysShort: ['man', 'tis', 'ons', 'tors?', 'fre', 'lor', 'son'],
    article: '(?:den )?',
    ordinal: '(?::e|:a|e)?',
    of: '',
    numbers: words('en|ett tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton femton'),
    day: 'dagar|dag|dagarna',
    week: 'veckor|veckan|vecka|veckorna',
    fortnight: '(?!x)x',
    month: 'manader|manad',
    hour: 'timmar|timme',
    working: '(?:arbets|var)',
    today: 'i ?dag|i kvall|i eftermiddag',
    tomorrow: 'i ?morgon',
    afterTomorrow: 'i ?overmorgon',
    dayAfter: 'dagen (?:efter|darpa|darefter)|foljande dag|nasta dag',
    weekAfter: '(?:i )?veckan (?:efter|darpa|darefter)|veckan darpa|foljande vecka',
    next: 'nasta',
    coming: 'kommande|pa',
    this: 'denna|den har|nu pa',
    end: '(?:i |vid |mot )?slutet av|(?:i )?slutet pa|sent i',
    start: '(?:i |vid )?borjan (?:av|pa)|tidigt i',
    middle: '(?:i )?mitten (?:av|pa)|i mitten av',
    first: 'forsta',
    last: 'sista',
    nth: ['andra|2:a', 'tredje|3:e', 'fjarde|4:e'],
    weekOn: '(?!x)x',
    weekLater: 'om en vecka',
    few: 'nagra|ett par|nagon',
    couple: 'ett par|en till tva|en eller tva',
    within: 'inom(?: de narmaste| loppet av)?|om(?: cirka| ca| ungefar)?|(?:de )?narmaste|efter',
    hence: 'fran (?:nu|idag|i dag)',
    more: '(?:du har|ytterligare|annu|behover|drojer|tar)(?: ytterligare| annu| cirka| ungefar| minst)?',
    moreWithin: 'extra|ytterligare',
    moreAfter: 'till(?! (?:den|i|pa|\\d))|extra|langre|mer|ytterligare',
    comingDays: 'narmaste (?:arbets)?dagarna|kommande dagar(?:na)?|nagra dagar|ett par dagar',
    comingWeeks: 'narmaste veckorna|kommande veckor(?:na)?|nagra veckor|ett par veckor',
    ago: 'sedan|for|i',
    weekNumber: 'vecka|v\\.?',
    newYear: 'nyar|nya aret|arsskiftet',
    christmas: 'jul(?:en)?(?! ?i?\\d)',
    by: 'senast(?: den| pa)?|deadline(?: ar|:)?|sista dag(?:en)?(?: ar)?',
    before: 'fore(?: den)?|innan(?: den)?',
    after: 'efter|fran och med|fr\\.?o\\.?m\\.?|tidigast|forst',
    until: 'till och med|t\\.?o\\.?m\\.?|fram till|till|tom',
    from: 'fran(?: och med)?|fr\\.?o\\.?m\\.?|sedan|mellan',
    to: '-|–|—|till(?: och med)?|t\\.?o\\.?m\\.?|och',
    noon: 'lunch|klockan tolv|middag',
    at: 'kl(?:ockan)?\\.?|vid',
    parts: [
      ['halv #', -30],
      ['kvart over #', 15],
      ['kvart i #', -15],
    ],
    oclock: '(?!x)x',
    signs:
      'idag dag kvall eftermiddag morgon imorgon overmorgon dagen foljande veckan nyar aret arsskiftet jul julen nasta',
  },
};
