import type { Language } from '../../language';

const PAST =
  '\\w+ed|said|told|gave|took|made|went|knew|thought|spoke|brought|found|felt|meant|ran|led|built|kept|left|began|wrote|put|set|had|saw|drew|taught|got|came|understood|grew|won';

/** British English, as neutral as it can be. */
export const english: Language = {
  tag: 'en',
  locale: 'en-GB',
  salutation: {
    informal: 'Dear {given},',
    neutral: 'Dear {full},',
    titled: 'Dear {title} {family},',
    female: 'Dear {address} {family},',
    male: 'Dear {address} {family},',
    nameless: 'Hello,',
  },
  mention: { female: '{address} {family}', male: '{address} {family}', titled: '{title} {family}', neutral: '{full}' },
  mentionOblique: null,
  mentionYou: { formal: 'you', informal: 'you' },
  honorifics: { ms: 'Ms', mrs: 'Mrs', miss: 'Miss', mr: 'Mr', mx: 'Mx', dr: 'Dr', prof: 'Professor' },
  severalSalutations: 'joined',
  closing: { formal: 'Kind regards,', informal: 'Best wishes,' },
  list: { and: ' and ' },
  days: {
    near: 'on {weekday}',
    far: 'on {date}',
    by: 'by {weekday} {date}',
    full: '{weekday} {date}',
    range: 'from {from} to {to}',
    until: 'until {to}',
  },
  role: {
    named: 'the {role} role',
    complete: 'the {role}',
    namedDative: 'the {role} role',
    completeDative: 'the {role}',
    completeWhen:
      /\b(?:role|position|post|job|internship|apprenticeship|traineeship|placement|fellowship|studentship|scholarship|vacancy|programme|program|scheme|residency|opening)$/i,
    strip: /^the\s+|\s*\((?:m\/f\/[dx]|f\/m\/[dx]|m\/w\/d|w\/m\/d|all genders)\)/giu,
    several: 'the {roles} roles',
    listed: '{role}',
  },
  topic: {
    one: 'about {topics}',
    more: 'about {topics}',
    strip: null,
    quoted: null,
    article: {
      word: 'the',
      before:
        /^(?!(?:the|a|an|my|our|your|their|his|her|its|this|that|these|those|how|why|what|when|where|which|whether|who|no|some|any|all|both|one|two|three|\d+)\s).*\b(?:rota|roster|roadmap|team|platform|migration|product|pipeline|process|budget|schedule|project|system|stack|database|plan|launch|rebrand|redesign|outage|incident|codebase|monolith|backlog|programme|campaign|office|market|handover|merger|transition|rollout|roll-out|curriculum|ward|clinic|warehouse|fleet|catalogue|department|group|region|workshop|audit|backend|back end|frontend|front end|app|website|tender|contract|factory|plant|school|library|archive|move)$/i,
    },
  },
  promise: {
    strip:
      /^(?:to\s+)?(?:send(?:ing)?|share|sharing|forward(?:ing)?|provid(?:e|ing)|e-?mail(?:ing)?|supply(?:ing)?|pass(?:ing)? on)\s+(?:(?:you|him|her|them|over|on)\s+)?/i,
    article: 'the',
    determined:
      /^(?:the|a|an|my|our|some|more|further|two|three|four|five|several|\d+|how|what|why|whether|answers?|examples|details|information)\b/i,
  },
  notes: {
    sentence:
      /^(?:(?:I|I'm|I've|I'd|I'll|We|We've|You|You've|Your|Thank you|Thanks|It|It's|Our|My|This|That|There)\b|The (?:way|idea|thought|question|story|example)\b.*\b(?:impressed|made|was|struck|helped|has|stayed|gave|is|showed)\b)(?=.*\s\S+\s)/i,
    toAddress: [
      { from: /^(?:she|he|they)(?:'s| is| are)\b/i, formal: 'You are', informal: 'You are' },
      { from: /^(?:she|he|they) (?:was|were)\b/i, formal: 'You were', informal: 'You were' },
      { from: /^(?:she|he|they) (?:has|have)\b/i, formal: 'You have', informal: 'You have' },
      { from: /^(?:she|he|they) (?:does)\b/i, formal: 'You do', informal: 'You do' },
      { from: new RegExp(`^(?:she|he|they) (${PAST})\\b`, 'i'), formal: 'You $1', informal: 'You $1' },
      { from: /^(?:she|he) (\w+?[^s])s\b/i, formal: 'You $1', informal: 'You $1' },
      { from: /^(?:her|his|their) (?=\w)/i, formal: 'Your ', informal: 'Your ' },
    ],
    named: 'she {rest}',
    inside: [
      { from: /^(You .*\b(?:how|why|where|when|what|that)) they\b/, formal: '$1 you', informal: '$1 you' },
      { from: /\b(?:she|he) (?:is)\b/gi, formal: 'you are', informal: 'you are' },
      { from: /\b(?:she|he) (?:was)\b/gi, formal: 'you were', informal: 'you were' },
      { from: /\b(?:she|he) (?:has)\b/gi, formal: 'you have', informal: 'you have' },
      { from: new RegExp(`\\b(?:she|he) (?=(?:${PAST})\\b)`, 'gi'), formal: 'you ', informal: 'you ' },
      { from: /\bhis (?=\w)/gi, formal: 'your ', informal: 'your ' },
      {
        from: /\bher (?=(?!(?:about|for|to|with|on|in|at|and|how|what|why|that|when|if|from)\b)\w)/gi,
        formal: 'your ',
        informal: 'your ',
      },
      { from: /\b(?:him|her)\b/gi, formal: 'you', informal: 'you' },
    ],
    subject: [
      {
        from: /^(?=(?:great|good|nice|lovely|clever|smart|thoughtful|fair|tough|brilliant|helpful|useful) (?:questions?|point|idea|example|story|discussion|talk|conversation|advice|tip)\b)/i,
        formal: 'That was a ',
        informal: 'That was a ',
      },
      {
        from: /^(?=(?:excellent|interesting|inspiring|honest|open) (?:question|point|idea|example|story|discussion|talk|conversation)\b)/i,
        formal: 'That was an ',
        informal: 'That was an ',
      },
      {
        from: /^(?=(?:talked|spoke|discussed|chatted|compared|agreed|laughed|went through|looked at|touched on|covered)\b)/i,
        formal: 'We ',
        informal: 'We ',
      },
      {
        from: /^(?=(?:liked|loved|enjoyed|appreciated|admired|learned|learnt|found|was (?:glad|happy|struck|impressed|pleased))\b)/i,
        formal: 'I ',
        informal: 'I ',
      },
      {
        from: /^(?=(?:asked|mentioned|explained|described|told me|said|showed|shared|suggested|recommended|pointed out|walked me through|gave me|offered|outlined)\b)/i,
        formal: 'You ',
        informal: 'You ',
      },
    ],
    thirdPerson: /\b(?:she|he|her|hers|him|his|herself|himself)\b/i,
    thing: /^(?:the|your|our|a|an|how|why) /i,
    thingFrames: [
      'I particularly remember {note}',
      'I keep thinking of {note}',
      'I have often thought of {note} since',
      'I was glad to hear about {note}',
      'I would have liked to hear still more about {note}',
    ],
    frames: [
      'What I remember best: {note}',
      'What has stayed with me: {note}',
      'What I have thought of most since: {note}',
      'I keep coming back to one point: {note}',
      'What I took away from it: {note}',
    ],
    private:
      /\b(?:to-?do|remember to|don'?t forget|must (?:ask|check|send)|need to|follow up|ask (?:about|for|whether|if|her|him|them)|check (?:if|whether|the)|look up|note to self|not sure|unsure|nervous|awkward|weird|strange|boring|bored|tired|grumpy|cold|unfriendly|rude|arrogant|distracted|late|messed|blew|bad|badly|terrible|awful|poor|weak|worried|annoy\w*|salary|pay|money|visa|permit|pregnan\w*|ill|illness|sick|health|divorc\w*|religio\w*|age|old|young|attractive|handsome|pretty|married|single|kids|children|seems?|seemed|maybe|probably|perhaps|suspect|rumou?r|confidential|secret|private|off the record|don'?t mention|between us|favou?rite|other offer)\b|\?/i,
  },
  circumstance: {
    state:
      /^(?:\w+ing\b|away\b|out of\b|on\b|in\b|at\b|abroad\b|available\b|unavailable\b|reachable\b|free\b|off\b|offline\b|back\b|not (?:available|reachable)\b|busy\b)/i,
    sentence: /^(?:I|I'm|I've|I'll|My|We|Our|From|Until|As of|Between|Since)\b/,
    self: /^(?:I am|I'm|I will be|I'll be) (?!.*\b(?:until|till|from|by|as of|between)\b)/i,
    future: '{Span} I will be {text}',
    present: '{Span} I am {text}',
    undated: 'For your planning: I am {text}',
    other: 'For your planning: {text} ({span})',
    otherUndated: 'For your planning: {text}',
  },
  asks: /\?|\b(?:let me know|tell me|I would be (?:glad|grateful|happy) (?:to (?:hear|know|learn)|for)|a (?:short|brief|quick) (?:word|line|note|reply))/i,
  frequent:
    /\b(?:the|and|of|to|in|is|was|with|about|for|on|that|she|he|we|i|you|her|his|my|how|they|from|by|at|an?)\b/gi,
};
