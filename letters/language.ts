/**
 * What a language brings besides its templates: forms of address, dates, closings and the few small words that code
 * has to put together. Data only, so that a new language is a folder of templates and one such file.
 */

/** A pattern with `{name}` slots, filled by `fill`. */
type Pattern = string;

export interface Language {
  /** Primary language tag; the folder's name. */
  tag: string;
  /** BCP 47 locale for `Intl` (day order, month names). */
  locale: string;
  salutation: {
    /** `{given}` */
    informal: Pattern;
    /** No honorific on file, or none that tells the form: `{full}`. */
    neutral: Pattern;
    /** A title but no known gender: `{title} {family}`. */
    titled: Pattern;
    /**
     * An honorific that tells the form: `{address}` (the title, else Mr or Ms), `{honorific}` (Mr or Ms alone),
     * `{titleThen}` (the title and a space, or nothing), `{family}`.
     */
    female: Pattern;
    male: Pattern;
    /** No usable name at all. */
    nameless: string;
  };
  /** How a third person is named in a sentence: with honorific and family name, or by the full name. */
  mention: { female: Pattern; male: Pattern; titled: Pattern; neutral: Pattern };
  /** Somebody named after "with" to a reader who was not there: `{full}`, `{honorific}`, `{titleThen}`. */
  inFull: { female: Pattern; male: Pattern };
  /** A man after "mit" and "an", in languages where his honorific has cases; `null` where it has none. */
  mentionOblique: Pattern | null;
  /** The recipient in a list of people after "with". */
  mentionYou: { formal: string; informal: string };
  /** Names that need an article in a sentence: the first rule that fits; others stand as they are. */
  organisation: {
    /** `{name}` after "at", and after "of" and "from". */
    at: Pattern;
    of: Pattern;
    rules: readonly { from: RegExp; subject: string; at: string; of: string }[];
    /** A legal form at the end (`form`), and how a name that keeps it stands in a sentence: `{name}`. */
    legal: { form: RegExp; subject: Pattern; at: Pattern; of: Pattern } | null;
  };
  /** Written forms of the honorifics read by `readHonorific`. */
  honorifics: {
    ms: string;
    mrs: string;
    miss: string;
    mr: string;
    mx: string | null;
    dr: string;
    prof: string;
    profShort: string;
  };
  /** Work that was seen beside the conversation, by the kind of interview as entered, as the object of "thank you for". */
  trials: readonly { from: RegExp; the: string }[];
  /** By the number of the round, before the word for a conversation. */
  nthRound: Readonly<Record<number, string>>;
  /** Between two salutations of one letter: `Dear A and B,`, or each in full. */
  severalSalutations: 'joined' | 'each';
  closing: { formal: string; informal: string };
  /**
   * The first words of a call and of a message left on voicemail: `{spoken}`, `{name}`. `unsure` where only the name is on
   * file, and the full name is no way to greet anybody.
   */
  call: Record<'hello' | 'message', { formal: Pattern; informal: Pattern; unsure: Pattern }>;
  /** "Her contact details"; `other` for several, or where nobody knows. */
  possessive: { female: string; male: string; other: string };
  list: { and: string };
  days: {
    /** Within the last days: `{weekday}`. */
    near: Pattern;
    /** Longer ago: `{date}`. */
    far: Pattern;
    /** `{month}`: months ago. */
    inMonth: Pattern;
    /** A day up to which something holds: `{weekday}`, `{date}`. */
    by: Pattern;
    /** `{weekday}`, `{date}` */
    full: Pattern;
    /** The same in a list: `{weekday}`, `{date}`. */
    listed: Pattern;
    /** The day of writing itself. */
    today: string;
    /** An hour: `{hour}`, `{hours}` (two digits), `{hour12}` with `{half}` (am, pm), `{minute}`; `sharp` on the hour. */
    clock: Pattern;
    sharp: Pattern;
    /** "On" before a full day: `{day}`. */
    onFull: Pattern;
    /** A day and an hour together: `{day}`, `{clock}`. */
    at: Pattern;
    /** `{weekday}`, `{number}` of the first day, `{to}`, `{toDate}`: both days in one month. */
    sameMonth: Pattern;
    /** `{from}`, `{to}`: full days; `{fromDate}`, `{toDate}`: without the weekday. */
    range: Pattern;
    /** `{to}`, `{toDate}` */
    until: Pattern;
  };
  role: {
    /** `{role}` */
    named: Pattern;
    /** Where the role's name already says what it is ("internship"). */
    complete: Pattern;
    /** The same after "zu" and "von", in languages with cases. */
    namedDative: Pattern;
    completeDative: Pattern;
    completeWhen: RegExp;
    /** Taken off the role's name, such as `(m/w/d)`. */
    strip: RegExp | null;
    /** Two or more roles: `{roles}`, each written as `listed` has it. */
    several: Pattern;
    listed: Pattern;
  };
  /** What is written short in jottings, and in full in a letter: "w/". Applied one after the other. */
  spelt: readonly { from: RegExp; to: string }[];
  topic: {
    /** Words of a sentence, or of pay: what has them was jotted down and is no name of a topic. */
    unfit: RegExp;
    /** After "our conversation": `{topics}`. */
    one: Pattern;
    more: Pattern;
    /** Topics that only fit in as a quotation: `{topic}`. */
    quoted: { when: RegExp; as: Pattern } | null;
    /** Topics whose last word needs an article in a sentence; `null` where the language's frames need none. */
    article: { word: string; before: RegExp } | null;
    /** How a topic stands after "about": the first rule that fits is applied, and what fits none stands as it is. */
    inSentence: readonly { from: RegExp; to: string }[];
    /** Taken off for a heading or "on the subject of". */
    bare: RegExp | null;
  };
  /** What was promised, as the object of "I am sending you …". */
  promise: {
    strip: RegExp;
    /** Words about the sending, that are no part of the thing: "again". */
    leaveOut: RegExp;
    article: string | null;
    determined: RegExp;
    /** What is no thing yet ("how I would …"): `{what}`. */
    clause: { when: RegExp; as: Pattern } | null;
    /** The thing as it was agreed, after a verb ("the page"): the first rule that fits; what fits none has no such form. */
    agreed: readonly { from: RegExp; to: string; pronoun: string }[];
  };
  /** The next step that they named, as the subject of a sentence: the first rule that fits; what fits none stays out. */
  nextStep: readonly { from: RegExp; to: string }[];
  /** In jottings: from when somebody is wanted ("by June"), as the first group. */
  wantedFrom: RegExp;
  /** How words run together in speech and among people on first-name terms ("I'm"), in languages that write it so. */
  spoken?: readonly { from: RegExp; to: string }[];
  /** A person introduced by name and a clause: `(name)(, who …)`. */
  introduced: RegExp;
  notes: NoteWords;
  circumstance: {
    /** Words after which "I will be …" reads well. */
    state: RegExp;
    /** First-person sentences stand as they are. */
    sentence: RegExp;
    /** "I am" and the like at the start, taken off where the dates are to be said along. */
    self: RegExp;
    /** `{span}`, `{text}` */
    future: Pattern;
    present: Pattern;
    /** Within reach by email, and so by no other way. */
    byEmail: RegExp;
    /** Away, and yet within reach: the little word between the two. */
    yet: { from: RegExp; to: string };
    /** Without dates: `{text}`. */
    undated: Pattern;
    /** `{span}`, `{text}` */
    other: Pattern;
    otherUndated: Pattern;
  };
  /** How a text shows that it asks something; `validate` looks for it in templates that must ask. */
  asks: RegExp;
  /** Frequent words, to tell whether jottings are in the letter's language. */
  frequent: RegExp;
}

/** How jottings made after the interview become sentences of a letter to that person. */
export interface NoteWords {
  /**
   * What a jotting may look like, and the sentences it becomes, with `$1` and `[formal|informal]`; a letter's variant
   * chooses. The first rule that fits is taken; a jotting that fits none stays out of the letter.
   */
  rules: readonly NoteRule[];
  /** Two jottings that both have a `thanks` become one sentence: `{both}`. */
  joined: readonly Pattern[];
  /** Between the two, and where the first ends in a clause of its own. */
  and: { plain: string; afterClause: string };
  /** How two other sentences are made one: between them, and which may be. */
  pair?: { and: string; when: RegExp };
  /** A clause that begins with the person's own name, made a third-person one first: `{rest}`. */
  named: Pattern;
  /** Third person further on in a sentence made by a rule, turned into address. */
  inside: readonly { from: RegExp; formal: string; informal: string }[];
  /** Words that still speak of the person instead of to them; such a sentence stays out. */
  thirdPerson: RegExp;
  /** Notes to oneself, doubts, trouble and private matters: never in a letter. */
  private: RegExp;
}

export interface NoteRule {
  from: RegExp;
  frames: readonly Pattern[];
  /** The sentences where another jotting's comes before; `frames` where none are given. */
  after?: readonly Pattern[];
  /** What one can thank for ("explaining $1"), to be said of two things in one sentence. */
  thanks?: Pattern;
}
