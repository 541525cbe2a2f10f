import type { Language } from '../../language';

const REST = '(?:[^,]|, (?=who|which|where|when|and|as|that))+';
/** What may follow a verb of telling so that the sentence holds: a clause, or a thing with its article. */
const CLAUSE = `((?:about|how|why|what|where|when) ${REST})`;
const THING = `((?:the|a|an|my|your|our|her|his|their|some|two|three|both|all) ${REST})`;
const WHO = '^(?:(?:she|he|they|you) )?(?:also |then |kindly |even )?';
/** Of these one says what one heard. "Said" is left out: what somebody said is theirs to repeat. */
const TOLD = '(?:explained|described|outlined|mentioned|told me|(?:walked|talked|took) me through)';
/** "Two weeks": what follows a thing after a comma and belongs to it. */
const AMOUNT = '(?:one|two|three|four|five|six|eight|ten|twelve|\\d+) (?:full |whole )?(?:hour|day|week|month|year)s?';
/** Past and base. */
const GAVE: readonly (readonly [string, string])[] = [
  ['recommended', 'recommend'],
  ['suggested', 'suggest'],
  ['shared', 'share'],
  ['gave me', 'give me'],
];
const heard = (x: string): string[] => [
  `I enjoyed hearing ${x}`,
  `It was good to hear ${x}`,
  `I was glad to hear ${x}`,
  `I liked hearing ${x}`,
  `It was interesting to hear ${x}`,
];
const PRAISE =
  'great|good|nice|lovely|clever|smart|sharp|thoughtful|fair|tough|brilliant|helpful|useful|excellent|interesting|inspiring|honest|open|funny|fascinating|wonderful|really good|very good';
const HELP = 'examples?|advice|tips?|suggestions?|descriptions?|explanations?';
const IDEAS = 'questions?|points?|ideas?|stor(?:y|ies)|thoughts|views?|approach|plans?';
const THEIRS = `${HELP}|${IDEAS}`;
const KEPT_IN_MIND = [
  'I am still thinking about {x}',
  'I was struck by {x}',
  'I found {x} very {how}',
  'I liked {x}',
  'I will remember {x}',
];
const keptInMind = (x: string, how: string): string[] =>
  KEPT_IN_MIND.map((frame) => frame.replace('{x}', x).replace('{how}', how));

/** What a next step may look like so that it can be named: one meeting of some kind, with no day and no verb. */
const MEETING =
  "(?=(?:[\\w'-]+ ){0,3}?(?:talk|interview|round|conversation|call|chat|meeting|visit|test|task|presentation|session|lesson|shift|assessment|exercise|discussion)(?: [^.;,:?!]{1,50})?$)(?!.*\\b(?:offer|salary|pay|references?|today|tomorrow|next|this|will|they|she|he|I|we|is|are|was|maybe|perhaps|probably|or|me|us|you|him|them|back)\\b)";

/** British English, as neutral as it can be. */
export const english: Language = {
  tag: 'en',
  locale: 'en-GB',
  salutation: {
    informal: 'Hi {given},',
    neutral: 'Dear {full},',
    titled: 'Dear {title} {family},',
    female: 'Dear {address} {family},',
    male: 'Dear {address} {family},',
    nameless: 'Hello,',
  },
  mention: { female: '{address} {family}', male: '{address} {family}', titled: '{title} {family}', neutral: '{full}' },
  inFull: { female: '{titleThen}{full}', male: '{titleThen}{full}' },
  mentionOblique: null,
  mentionYou: { formal: 'you', informal: 'you' },
  honorifics: {
    ms: 'Ms',
    mrs: 'Mrs',
    miss: 'Miss',
    mr: 'Mr',
    mx: 'Mx',
    dr: 'Dr',
    prof: 'Professor',
    profShort: 'Professor',
  },
  organisation: { at: 'at {name}', of: 'of {name}', rules: [], legal: null },
  trials: [{ from: /\b((?:trial|sample|demo|demonstration) (?:lesson|class|day|shift))\b/, the: 'the {trial}' }],
  nthRound: { 2: 'second', 3: 'third', 4: 'fourth' },
  severalSalutations: 'joined',
  closing: { formal: 'Kind regards,', informal: 'Best wishes,' },
  call: {
    hello: {
      formal: 'Hello {spoken}, this is {name}.',
      informal: 'Hello {spoken}, this is {name}.',
      unsure: 'Hello, is that {spoken}? This is {name}.',
    },
    message: {
      formal: 'Hello {spoken}, this is {name}',
      informal: 'Hello {spoken}, this is {name}',
      unsure: 'Hello, this is {name} with a message for {spoken}',
    },
  },
  possessive: { female: 'her', male: 'his', other: 'their' },
  nextStep: (
    [
      ['[Aa] ', 'a '],
      ['[Aa]n ', 'an '],
      ['[Tt]he ', 'the '],
      ['[Aa]nother ', 'another '],
      ['[Ss]econd ', 'a second '],
      ['[Ff]inal ', 'a final '],
      ['(?=[aeiou])', 'an '],
      ['(?=[b-df-hj-np-tv-z])', 'a '],
    ] as const
  ).map(([start, to]) => ({ from: new RegExp(`^(?:[Tt]hen )?${start}${MEETING}`), to })),
  wantedFrom:
    /\b(?:want|need|look|start|hir)\w*\b[^.;]{0,30}?\b((?:by|from|in|for) (?:January|February|March|April|May|June|July|August|September|October|November|December))\b/,
  spoken: [
    { from: /\bThank you (?=(?:(?:very much|again) )?for\b)/g, to: 'Thanks ' },
    { from: /\b(I|you|they|we) have not\b/g, to: "$1 haven't" },
    { from: /\bcannot\b/g, to: "can't" },
    { from: /\bI will not\b/g, to: "I won't" },
    { from: /\b(do|does|did|is|would) not (?=[a-z])/g, to: "$1n't " },
    { from: /\bI am (?=[a-z])/g, to: "I'm " },
    { from: /\bI would (?=[a-z])/g, to: "I'd " },
    { from: /\bI will (?=[a-z])/g, to: "I'll " },
    { from: /\bI had (?=understood\b)/g, to: "I'd " },
    { from: /\bI have (?=(?:thought|decided|accepted|noted|heard|read|withdrawn|understood)\b)/g, to: "I've " },
    { from: /\b([Ii]t|[Tt]hat) is (?=[a-z])/g, to: "$1's " },
    { from: /\b([Tt]here) is (?=(?:a|any\w*|no|nothing|some\w*|news|still)\b)/g, to: "$1's " },
    { from: /\b(you|they|we) are (?=[a-z])/g, to: "$1're " },
  ],
  introduced: /^(\p{Lu}[^,]*)(, .*)?$/u,
  list: { and: ' and ' },
  days: {
    near: 'on {weekday}',
    far: 'on {date}',
    inMonth: 'in {month}',
    by: 'by {weekday} {date}',
    full: '{weekday} {date}',
    listed: '{weekday} {date}',
    today: 'today',
    clock: '{hour12}:{minute} {half}',
    sharp: '{hour12} {half}',
    onFull: 'on {day}',
    at: '{day} at {clock}',
    sameMonth: 'from {weekday} {number} to {to}',
    range: 'from {from} to {to}',
    until: 'until {to}',
  },
  role: {
    named: 'the {role} role',
    complete: 'the {role}',
    namedDative: 'the {role} role',
    completeDative: 'the {role}',
    completeWhen:
      /\b(?:role|position|post|job|internship|apprenticeship|traineeship|placement|fellowship|studentship|scholarship|vacancy|programme|program|scheme|residency|opening)(?: (?:in|of|on|as|at|for|with) .+)?$/i,
    strip: /^the\s+|\s*\((?:m\/f\/[dx]|f\/m\/[dx]|m\/w\/d|w\/m\/d|all genders)\)/giu,
    several: 'the {roles} roles',
    listed: '{role}',
  },
  spelt: [
    { from: /(?<![\w/])w\/o\s*/gi, to: 'without ' },
    { from: /(?<![\w/])w\/\s*/gi, to: 'with ' },
    { from: /(?<![\w/])b\/c\b/gi, to: 'because' },
    { from: /\babt\b\.?/gi, to: 'about' },
  ],
  topic: {
    unfit: /\b(?:I|we|you|your|she|they|salary|wages?|pay (?:rise|range|band)s?)\b/i,
    one: 'about {topics}',
    more: 'about {topics}',
    quoted: null,
    // "Fieldwork, safety" is two.
    inSentence: [{ from: /^([^,]+), (?!and |or )([^,]+)$/i, to: '$1 and $2' }],
    bare: null,
    article: {
      word: 'the',
      before:
        /^(?!(?:the|a|an|my|our|your|their|his|her|its|this|that|these|those|how|why|what|when|where|which|whether|who|no|some|any|all|both|one|two|three|\d+)\s).*\b(?:rota|roster|roadmap|team|platform|migration|product|pipeline|process|budget|schedule|project|system|stack|database|plan|launch|rebrand|redesign|outage|incident|codebase|monolith|backlog|programme|campaign|office|market|handover|merger|transition|rollout|roll-out|curriculum|ward|clinic|warehouse|fleet|catalogue|department|group|region|workshop|audit|backend|back end|frontend|front end|app|website|tender|contract|factory|plant|school|library|archive|move|choir|orchestra|band|club|newsletter|garden|shop|collection)(?: (?:for|of|in|at|with|to) .+)?$/i,
    },
  },
  promise: {
    strip:
      /^(?:(?:I|we)(?:['’]ll|['’]d| will| would| can| am going to)?\s+)?(?:to\s+)?(?:send(?:ing)?|share|sharing|forward(?:ing)?|provid(?:e|ing)|e-?mail(?:ing)?|supply(?:ing)?|pass(?:ing)? on)\s+(?:(?:you|him|her|them|over|on)\s+)?/i,
    leaveOut: /\s+(?:again|once more|asap)(?=\s|$)/gi,
    article: 'the',
    determined:
      /^(?:the|a|an|my|our|some|more|further|two|three|four|five|several|\d+|answers?|examples|details|information|photos|pictures|slides|sketches|drawings|references|links|names|dates|times)\b/i,
    clause: { when: /^(?:how|what|why|whether|where|when)\b/i, as: 'my thoughts on {what}' },
    agreed: [
      // Several, by the head of the phrase or by "and"; those that nothing determines are "the photos" by now.
      {
        from: /^(?!(?:an?|the|my|our|your|some|more|further|two|three|four|five|several|both|all|\d+) )(?=(?:(?!(?:of|for|about|from|on|to|with|in|at|that)\b)[\w'’-]+ )*?[a-z]*[^siu\W]s(?: (?:of|for|about|from|on|to|with|in|at|that|I|we)\b|,|$))/i,
        to: 'the ',
        pronoun: 'them',
      },
      {
        from: /^(?=(?!an? )(?:(?!(?:of|for|about|from|on|to|with|in|at|that)\b)[\w'’-]+ )*?[a-z]*[^siu\W]s(?: (?:of|for|about|from|on|to|with|in|at|that|I|we)\b|,|$))/i,
        to: '',
        pronoun: 'them',
      },
      { from: /^(?:an?|the) (?=.* and (?:the|an?|my|two|three) )/i, to: 'the ', pronoun: 'them' },
      { from: /^an? /i, to: 'the ', pronoun: 'it' },
      { from: /^/, to: '', pronoun: 'it' },
    ],
  },
  notes: {
    named: 'she {rest}',
    rules: [
      {
        from: new RegExp(`${WHO}${TOLD} ${CLAUSE}(?:,.*)?$`, 'i'),
        frames: heard('$1'),
        thanks: 'hearing $1',
      },
      {
        // "the induction, two weeks shadowing"
        from: new RegExp(`${WHO}${TOLD} ${THING}, (${AMOUNT})(?: of)? (\\w+(?: \\w+)?)$`, 'i'),
        frames: heard('about $1, and its $2 of $3'),
        thanks: 'hearing about $1, and its $2 of $3',
      },
      {
        from: new RegExp(`${WHO}${TOLD} ${THING}(?:,.*)?$`, 'i'),
        frames: heard('about $1'),
        thanks: 'hearing about $1',
      },
      {
        from: new RegExp(`${WHO}showed me (?:${CLAUSE}|${THING})(?:,.*)?$`, 'i'),
        frames: [
          'It was kind of you to show me $1$2',
          'It was good to see $1$2',
          'I was glad to see $1$2',
          'I liked seeing $1$2',
          'It was good of you to show me $1$2',
        ],
        thanks: 'seeing $1$2',
      },
      ...GAVE.map(([past, base]) => ({
        from: new RegExp(`${WHO}${past} (?:${CLAUSE}|${THING})(?:,.*)?$`, 'i'),
        frames: [
          `It was kind of you to ${base} $1$2`,
          `I was glad that you ${past} $1$2`,
          `It was good of you to ${base} $1$2`,
          `I am glad that you ${past} $1$2`,
          `It was helpful that you ${past} $1$2`,
        ],
      })),
      ...(
        [
          ['(?:how|what|why|where|which)', 'I enjoyed your question about $1'],
          ['about', 'I was glad to be asked $1'],
        ] as const
      ).map(([first, question]) => ({
        from: new RegExp(`^(?:(?:she|he|they|you) )?(?:also )?asked (?:me )?(${first} .+)$`, 'i'),
        frames: [
          'I was glad that you asked $1',
          'It was good that you asked $1',
          'I liked being asked $1',
          question,
          'It was good to be asked $1',
        ],
        thanks: 'being asked $1',
      })),
      {
        from: /^(?:(?:she|he|they|you) )?(?:also |really )?(?:liked|loved|enjoyed|appreciated|admired) ((?:my|that I|how I) .+)$/i,
        frames: [
          'I was pleased that you liked $1',
          'It was encouraging that you liked $1',
          'I was glad that you liked $1',
          'It was good to hear that you liked $1',
          'I am glad that you liked $1',
        ],
      },
      {
        from: /^(?:(?:she|he|they|you) )?(?:also |really )?(praised|agreed with) ((?:my|that I|how I) .+)$/i,
        frames: [
          'I was pleased that you $1 $2',
          'It was encouraging that you $1 $2',
          'I was glad that you $1 $2',
          'It was good that you $1 $2',
          'I am glad that you $1 $2',
        ],
      },
      {
        from: /^(?:we )(?:also )?(?:(?:talked|spoke) (?:a lot |at length |briefly )?about|discussed) ((?:how|why) .+)$/i,
        frames: heard('$1'),
        thanks: 'hearing $1',
      },
      {
        from: /^(?:(?:we|she|he|they|you) )?(?:also )?(?:(?:talked|spoke|chatted) (?:a lot |at length |briefly )?about|discussed|went into) (.+)$/i,
        frames: [
          'It was good to talk about $1',
          'I enjoyed talking about $1',
          'I was glad that we talked about $1',
          'I liked talking about $1',
          'It was a pleasure to talk about $1',
        ],
        thanks: 'talking about $1',
      },
      { from: /^((?:we (?:both |also )?)(?:laughed|agreed|compared|found|shared|looked) .+)$/i, frames: ['$1'] },
      {
        from: new RegExp(
          `^(?:an? )?(?:${PRAISE}) (discussion|talk|conversation|chat|exchange) ((?:about|on|of) .+)$`,
          'i',
        ),
        frames: ['I enjoyed our $1 $2', 'I liked our $1 $2', 'I was glad of our $1 $2'],
      },
      ...[[HELP, 'helpful'] as const, [IDEAS, 'interesting'] as const].flatMap(([nouns, how]) => [
        {
          from: new RegExp(
            `^(?:an? |the |her |his |their |your )?(?:${PRAISE}) (${nouns}) ((?:about|on|of|from|for|how|why|with|behind|regarding) .+)$`,
            'i',
          ),
          frames: keptInMind('your $1 $2', how),
        },
        {
          from: new RegExp(
            `^(?:her|his|their|your) (${nouns}) ((?:about|on|of|from|for|how|why|with|behind|that|to) .+?)(?: (?:is|was|are|were|has|have|makes|made|sounds|sounded|works|worked|stuck|stayed)\\b.*)?$`,
            'i',
          ),
          frames: keptInMind('your $1 $2', how),
        },
      ]),
      {
        from: new RegExp(
          `^(?:the|a|an) ((?:[a-z'-]+ )?(?:${THEIRS}|history|pilot|project|tour|demo|programme|scheme|method) (?:of|about|for|behind|with|from|on) .+)$`,
          'i',
        ),
        frames: heard('about the $1'),
        thanks: 'hearing about the $1',
      },
      {
        from: /^((?:how|why) .+)$/i,
        frames: heard('$1'),
        thanks: 'hearing $1',
      },
      {
        // Without "I" it may be theirs: "was impressed by my sketches".
        from: /^(?:I |(?!.*\b(?:my|me|I|mine)\b))((?:really |very much |also |especially |particularly )?(?:liked|loved|enjoyed|appreciated|admired|learned|learnt|found|was (?:very |really )?(?:glad|happy|struck|impressed|pleased|delighted)|would (?:love|enjoy|like)|look forward|keep thinking|am still thinking|am impressed) .+)$/i,
        frames: ['I $1'],
      },
      {
        from: /^(It (?:was|is) (?:so |very |really )?(?:good|great|lovely|interesting|fascinating|helpful|refreshing|reassuring|inspiring|a pleasure|nice|wonderful|encouraging)\b.+)$/i,
        frames: ['$1'],
      },
      { from: /^(Thank(?:s| you)\b.+)$/i, frames: ['$1'] },
      { from: /^(You (?:made|helped|took|put) .+)$/, frames: ['$1'] },
      {
        from: /^((?:The|Our|Your|Seeing|Hearing|Meeting|That) .*\b(?:(?:impressed|struck|helped|fascinated|inspired|delighted|pleased) me|(?:has )?stayed with me|made me|gave me)\b.*)$/,
        frames: ['$1'],
      },
    ],
    joined: [
      'I enjoyed {both}',
      'I especially liked {both}',
      'I liked {both}',
      'I especially enjoyed {both}',
      'I very much enjoyed {both}',
    ],
    and: { plain: ', and ', afterClause: ', and ' },
    pair: { and: ', and ', when: /^(?!Thank)[^,;:]+$/ },
    inside: [
      {
        // "They" is the addressee's own house only right after the verb.
        from: /\b((?:you \w+|me|to (?:explain|describe|outline)|explaining|describing|outlining|asking|asked|about|hear|hearing|see|seeing|liked|loved|enjoyed|appreciated|admired|impressed(?: by)?|learned|found) (?:how(?: much| many| well| often| long)?|why|what|where|when|that)) they\b/,
        formal: '$1 you',
        informal: '$1 you',
      },
      {
        from: /\b(you (?:described|explained|outlined|mentioned|shared)|to (?:describe|explain|outline|mention|share)|(?:describ|explain|outlin|mention|shar|see)ing|me|about|liked|loved|enjoyed|admired|impressed by|through) their\b/,
        formal: '$1 your',
        informal: '$1 your',
      },
      { from: /\b(?:she|he) (was|had|did) /gi, formal: 'you $1 ', informal: 'you $1 ' },
      { from: /\byou was\b/gi, formal: 'you were', informal: 'you were' },
      { from: /\b(?:she|he) is\b/gi, formal: 'you are', informal: 'you are' },
      { from: /\b(?:she|he) has\b/gi, formal: 'you have', informal: 'you have' },
      { from: /\bhis (?=\w)/gi, formal: 'your ', informal: 'your ' },
      {
        from: /\bher (?=(?!(?:about|for|to|with|on|in|at|and|how|what|why|that|when|if|from)\b)\w)/gi,
        formal: 'your ',
        informal: 'your ',
      },
    ],
    thirdPerson: /\b(?:she|he|her|hers|him|his|herself|himself|they want|they need|they pay)\b/i,
    private:
      /\b(?:to-?do|remember to|don'?t forget|must (?:ask|check|send)|need to|follow up|ask (?:about|for|whether|if|her|him|them)|check (?:if|whether|the)|look up|note to self|not sure|unsure|nervous|awkward|weird|strange|boring|bored|tired|grumpy|cold|unfriendly|rude|arrogant|distracted|late|messed|blew|bad|badly|terrible|awful|poor|weak|worried|annoy\w*|confus\w*|chaotic|unclear|dull|lost|losing|leaving|left|quit|resign\w*|laid off|lay-?offs?|redundan\w*|understaffed|short[- ]staffed|turnover|conflict|complain\w*|overtime|burn(?:ed|t|ing)?[- ]?out|struggl\w*|forgot\w*|should have|didn'?t|did not|wasn'?t|weren'?t|couldn'?t|too (?:much|long|many)|weakness\w*|gap|fired|sacked|sued|salary|pay|money|day rate|visa|permit|pregnan\w*|ill|illness|sick|health|divorc\w*|religio\w*|age|old|young|attractive|handsome|pretty|married|single|kids|children|seems?|seemed|maybe|probably|perhaps|suspect|rumou?r|confidential|secret|private|off the record|don'?t mention|between us|favou?rite|other offer|but|hard time|bonus(?:es)?|my (?:old|last|former|current|ex|present) (?:\w+ )?(?:boss|manager|job|company|employer|firm|team))\b|\?|:\s/i,
  },
  circumstance: {
    state:
      /^(?:\w+ing\b|away\b|out of\b|on\b|in\b|at\b|abroad\b|available\b|unavailable\b|reachable\b|free\b|off\b|offline\b|back\b|not (?:available|reachable)\b|busy\b)/i,
    sentence: /^(?:I|I'm|I've|I'll|My|We|Our|From|Until|As of|Between|Since)\b/,
    self: /^(?:I am|I'm|I will be|I'll be) (?!.*\b(?:until|till|from|by|as of|between)\b)/i,
    future: '{Span} I will be {text}',
    present: '{Span} I am {text}',
    byEmail: /\b(?:reachable|available) (?:only )?by e-?mail\b/i,
    yet: { from: /, (?=(?:reachable|available)\b)/i, to: ', but ' },
    undated: 'For your planning: I am {text}',
    other: 'For your planning: {text} ({span})',
    otherUndated: 'For your planning: {text}',
  },
  asks: /\?|\b(?:let me know|tell me|I would be (?:glad|grateful|happy) (?:to (?:hear|know|learn)|for)|a (?:short|brief|quick) (?:word|line|note|reply))/i,
  frequent:
    /\b(?:the|and|of|to|in|is|was|with|about|for|on|that|she|he|we|i|you|her|his|my|how|they|from|by|at|an?|me|it|as|are|were|has|had|so|also|very|not|asked|told|explained|described|showed|liked)\b/gi,
};
